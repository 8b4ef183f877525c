package app.ampel.face.tray;

import app.ampel.domain.naming.WireName;

/** How an icon is drawn; its shape is the same in both. */
public enum IconStyle implements WireName {
    /** In the colours that people know from Teams. */
    COLOUR,

    /** In greys that stand out from light and dark panels alike, because nobody says which of them a panel is. */
    MONO
}
