/** How long to wait before something that failed is tried again: one value for all who do. */
package app.ampel.domain.retry;
