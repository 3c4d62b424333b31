package dev.cairn.ledger.member;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import java.util.Collection;

/**
 * Wants to know what becomes of members. Every bean of this kind is told of every event, once, all
 * in one transaction; those with a higher priority first.
 */
public interface MemberNews {
    /** Households, which give back what belongs to who leaves. */
    int HOUSEHOLDS = 200;

    /** Merges, which move what is there. */
    int MERGES = 100;

    /** Erasures, which forfeit what is left. */
    int ERASURES = 50;

    /**
     * Whose accounts this event will change. They are locked, in their order, for all events that
     * came together, before the first of them is told.
     *
     * @throws dev.cairn.kit.intake.BadRecord if what the news asks for can never be done
     */
    Collection<String> touches(Tx tx, MemberEvent event);

    /**
     * Does what the news asks for.
     *
     * @throws dev.cairn.kit.intake.BadRecord if that can never be done
     */
    void on(Tx tx, MemberEvent event, Cause cause);
}
