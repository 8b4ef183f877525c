/**
 * The operating system: which one, whose process this is, its memory, its kernel's calls. What differs from one system to
 * another is below, by subject.
 */
package app.ampel.adapter.os;
