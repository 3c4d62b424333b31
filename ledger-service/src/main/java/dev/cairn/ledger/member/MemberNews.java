package dev.cairn.ledger.member;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;

/**
 * Wants to know what becomes of members. Every bean of this kind is told of every event, once, all
 * in one transaction; in which order is not defined.
 */
public interface MemberNews {
    /**
     * Does what the news asks for.
     *
     * @throws dev.cairn.kit.intake.BadRecord if that can never be done
     */
    void on(Tx tx, MemberEvent event, Cause cause);
}
