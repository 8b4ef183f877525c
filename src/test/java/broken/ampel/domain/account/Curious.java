package broken.ampel.domain.account;

import broken.ampel.cellar.Forgotten;

/** Knows a package that its row does not name. */
public record Curious(Forgotten found) {}
