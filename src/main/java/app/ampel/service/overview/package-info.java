/** What faces show: what the core knows and what the lights do, two streams made one. */
package app.ampel.service.overview;
