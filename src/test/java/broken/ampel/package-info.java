/** A program that breaks every rule of {@code Architecture}, so that a test can see each rule bite. */
package broken.ampel;
