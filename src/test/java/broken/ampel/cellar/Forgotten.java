package broken.ampel.cellar;

import broken.ampel.domain.account.Curious;

/** Lives in a package without a row, and closes a cycle. */
public record Forgotten(Curious by) {}
