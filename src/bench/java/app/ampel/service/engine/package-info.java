/** Benchmarks of what only the core's own package can call. */
package app.ampel.service.engine;
