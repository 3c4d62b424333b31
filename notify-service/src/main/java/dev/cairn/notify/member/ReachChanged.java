package dev.cairn.notify.member;

import dev.cairn.kit.db.Tx;

/** A member gave an address or a consent; what waits for one may be decided again. */
public record ReachChanged(Tx tx, String memberId) {}
