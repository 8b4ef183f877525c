/**
 * The way from nothing to the pages, which takes the whole window: welcome, app registration, sign-in, first choices. With
 * it what follows from a sign-in that failed, and the letters to an administrator.
 */
package app.ampel.face.window.signin;
