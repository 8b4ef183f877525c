/** Pure decisions: what is known, and what every light shows because of it, with the reason in words. */
package app.ampel.domain.policy;
