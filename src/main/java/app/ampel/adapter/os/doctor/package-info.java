/** This computer, as far as the doctor wants to know of it. */
package app.ampel.adapter.os.doctor;
