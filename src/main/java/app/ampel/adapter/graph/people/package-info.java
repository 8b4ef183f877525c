/**
 * The directory and other people's presence through the Graph SDK, behind {@link app.ampel.service.people}'s ports. What
 * comes from there was written by anybody: it is made legible here. The SDK's parts for it are loaded with the first
 * question, the own presence needs none of them.
 */
package app.ampel.adapter.graph.people;
