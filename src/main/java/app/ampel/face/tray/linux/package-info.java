/**
 * The tray of Linux desktops: a StatusNotifierItem and its com.canonical.dbusmenu on the session bus. Facts:
 * https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/ and
 * https://github.com/AyatanaIndicators/libdbusmenu/blob/master/libdbusmenu-glib/dbus-menu.xml
 */
package app.ampel.face.tray.linux;
