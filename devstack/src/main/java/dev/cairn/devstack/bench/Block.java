package dev.cairn.devstack.bench;

import java.util.Locale;

/** What is measured in turn, in every cycle. */
enum Block {
    /** The statements of {@code pgbench -b simple-update}, one transaction each. */
    SIMPLE_UPDATE,
    /** The rows of our own bulk path, 500 awards per commit, made from rows in the database. */
    SAME_SQL,
    /** The same rows by {@code COPY}, 10,000 awards per commit. */
    COPY,
    /** Awards from the topic to the ledger; members by Zipf's law. */
    DRAIN,
    /** The same, all members alike. */
    DRAIN_UNIFORM,
    /** The same, four of five awards on one account. */
    DRAIN_HOT,
    /** Members redeem rewards over HTTP, each durable before it is answered. */
    SPEND;

    /** As tables name it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
