/** What the user does about settings and looks, each act once, whichever face it comes from. */
package app.ampel.service.settings;
