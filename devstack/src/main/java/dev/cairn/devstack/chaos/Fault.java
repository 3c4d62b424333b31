package dev.cairn.devstack.chaos;

import java.util.Locale;

/** A way to hurt the ledger. */
enum Fault {
    /** kill -9 of a replica of the ledger, and of its relay, wherever they are. */
    LEDGER(1, 16),
    /** kill -9 of one database process, whereupon PostgreSQL drops all connections and recovers. */
    BACKEND(1, 48),
    /** kill -9 of the postmaster. */
    POSTMASTER(1, 8),
    /** An immediate stop of the postmaster, as when the machine is taken away. */
    POSTMASTER_STOP(1, 8),
    /** kill -9 of the broker. */
    BROKER(1, 12),
    /** kill -9 of both replicas at once; they come back to the beginning of the topic. */
    REPLAY(2, 4),
    /** A connection that breaks after the database has committed and before it has said so. */
    LOST_COMMIT(0, 24),
    /** A request that was carried out and whose answer never arrives. */
    LOST_ANSWER(0, 20),
    /** SIGSTOP for a while, then SIGCONT. */
    PAUSE(0, 10),
    /** All connections of the pool wait for one lock. */
    EXHAUSTION(0, 10);

    private final int kills;
    private final int share;

    Fault(int kills, int share) {
        this.kills = kills;
        this.share = share;
    }

    /** Processes that it ends. */
    int kills() {
        return kills;
    }

    /** How many of these go with this many kills; each at least once. */
    int times(int allKills) {
        return Math.max(1, Math.round(share * allKills / 100f / Math.max(1, kills)));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
