/**
 * What constants are called outside of the program: one rule for the settings, the command line, JSON and keys of words. And
 * whether a text that came from outside is whole.
 */
package app.ampel.domain.naming;
