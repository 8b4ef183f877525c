/**
 * Who else lives in the demo's tenant, as data: people with days of their own, rooms, a shared mailbox, guests, groups. The
 * same in every demo. Pure; nobody in it is real, and {@code .example} belongs to no one.
 */
package app.ampel.demo.people;
