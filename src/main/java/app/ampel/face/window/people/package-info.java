/**
 * The page of people: the watch list, finding somebody who is free, and the consent that it takes. Colleagues' presence is
 * asked for only while the page is seen.
 */
package app.ampel.face.window.people;
