/** What constants are called outside of the program: one rule for the settings, the command line, JSON and keys of words. */
package app.ampel.naming;
