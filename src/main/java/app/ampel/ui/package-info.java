/**
 * The window. Models turn snapshots into faces, values that say everything a page shows, and know no toolkit; views draw
 * faces and call the models' verbs. JavaFX starts with the first window, and a window that is closed watches nothing,
 * ticks nothing and keeps no scene.
 */
package app.ampel.ui;
