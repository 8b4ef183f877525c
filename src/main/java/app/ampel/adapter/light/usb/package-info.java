/**
 * What the operating system tells about USB devices without touching them: nodes and identities from Linux's sysfs, and
 * a watch on the folders where nodes come and go. Shared by HID and serial lights.
 */
package app.ampel.adapter.light.usb;
