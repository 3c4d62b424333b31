package dev.cairn.segment.membership;

import dev.cairn.kit.clock.Sweep;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.segment.member.MemberStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Moves the members whose time has come, oldest first. */
@ApplicationScoped
public class DueSweep implements Sweep {
    /** Locks of one batch are held for some tens of milliseconds. */
    private static final int BATCH = 200;

    private final Database database;
    private final MemberStore members;
    private final InForce inForce;
    private final MoveMembers moves;

    public DueSweep(Database database, MemberStore members, InForce inForce, MoveMembers moves) {
        this.database = database;
        this.members = members;
        this.inForce = inForce;
        this.moves = moves;
    }

    @Override
    public String name() {
        return "segment-timers";
    }

    @Override
    public void run(Instant now) {
        while (database.inTransaction(tx -> free(tx, now)) > 0
                || database.inTransaction(tx -> busy(tx, now)) > 0) {}
    }

    /** Those that nobody is working on. */
    private int free(Tx tx, Instant now) {
        var due = members.lockDueAndFree(tx, inForce.epoch(), now, inForce.reach(), BATCH).values();
        return moves.letTimePass(tx, due, now);
    }

    /** One of those that somebody is working on: a single lock cannot be part of a deadlock. */
    private int busy(Tx tx, Instant now) {
        var due = members.lockOneDue(tx, inForce.epoch(), now, inForce.reach()).values();
        return moves.letTimePass(tx, due, now);
    }
}
