/**
 * Serial lights: the host's side of our line protocol and of what other makers' lights speak, as their models describe it,
 * and the only user of jSerialComm, which is loaded when the first light is opened (elsewhere than on Linux: listed). Only
 * ports that the user has chosen are ever opened, and those that say that they are a light of the catalogue: opening others
 * resets other people's boards.
 */
package app.ampel.adapter.light.serial;
