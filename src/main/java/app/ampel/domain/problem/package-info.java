/**
 * What can go wrong, in the words of the person who has to do something about it. Foreign errors (MSAL4J, Graph,
 * sockets, devices) are translated once, at the rim, into one of these few problems; nobody inside the program sees an
 * exception of a library, and nobody outside ever reads one.
 */
package app.ampel.domain.problem;
