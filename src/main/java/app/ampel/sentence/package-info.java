/** What is going on, in words: the same sentence for tray, window and command line. Pure functions of a snapshot. */
package app.ampel.sentence;
