/**
 * What is wrong, and who must do what. Facts are gathered at the rim, each within a time limit; what follows from them is
 * decided here by pure checks and said in sentences. The report of all that is free of names, tokens and addresses.
 */
package app.ampel.service.doctor;
