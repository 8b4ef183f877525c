package broken.ampel.cellar;

import broken.ampel.account.Curious;

/** Lives in a package without a row, and closes a cycle. */
public record Forgotten(Curious by) {}
