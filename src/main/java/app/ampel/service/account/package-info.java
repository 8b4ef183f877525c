/**
 * What the user does about the account, each act once, whichever face it comes from: registering, signing in and out, and
 * granting what more is needed.
 */
package app.ampel.service.account;
