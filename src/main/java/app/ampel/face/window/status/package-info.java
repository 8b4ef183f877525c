/** The page of what is: the ring and its words, setting a status by hand, and why the lights show what they show. */
package app.ampel.face.window.status;
