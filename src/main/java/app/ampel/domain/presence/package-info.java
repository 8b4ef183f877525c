/**
 * What presence is: Microsoft's two words (availability and activity), a reading of them with its age, and the schedule
 * by which the next reading is taken. Pure values and functions; the JDK is all they know.
 */
package app.ampel.domain.presence;
