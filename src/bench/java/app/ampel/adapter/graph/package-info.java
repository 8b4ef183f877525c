/** Microsoft as the benchmarks' programs see it. */
package app.ampel.adapter.graph;
