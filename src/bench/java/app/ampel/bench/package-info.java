/** What Ampel costs: {@code mvn -Pbench verify} measures it and prints one table. No benchmark is a test. */
package app.ampel.bench;
