package dev.cairn.devstack.chaos.oracle;

import java.util.List;

/**
 * All that concerns one account: what was sent, and what the books say about it.
 *
 * @param awards in the order in which they lie on the topic, duplicates included
 * @param wishes those that had an answer in the end, given or received
 * @param journal by version
 * @param holding what balances, lots, registers, redemptions, holds and adjustments say
 * @param told in the order of the topic, duplicates included
 * @param births how the books call its lots
 */
public record Case(
        Account account,
        List<Award> awards,
        List<Wish> wishes,
        List<Line> journal,
        Holding holding,
        List<Told> told,
        List<Birth> births) {}
