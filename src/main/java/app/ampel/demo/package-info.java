/**
 * A Microsoft 365 tenant inside the process, for trying Ampel without an account, a light or a network, and for tests.
 * It stands behind the same seam as the real thing, one interceptor of the HTTP client, so that MSAL4J and the Graph SDK
 * run as they always do. What it answers follows Microsoft's published rules for presence and sign-in; where those leave
 * something open, the choice made here is said at the place. Nothing in it is any real person, organisation or secret.
 */
package app.ampel.demo;
