/** Signing in as the rest of the program sees it: who is signed in, what was granted, and the port to the adapter. */
package app.ampel.domain.account;
