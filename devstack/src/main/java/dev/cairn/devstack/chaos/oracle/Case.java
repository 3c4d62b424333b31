package dev.cairn.devstack.chaos.oracle;

import java.util.List;

/**
 * All that concerns one member: what was sent, and what the books say about it.
 *
 * @param awards in the order in which they lie on the topic, duplicates included
 * @param wishes those that had an answer in the end
 * @param journal by version
 * @param holding what balances, lots, registers and redemptions say
 * @param told in the order of the topic, duplicates included
 */
public record Case(
        String member,
        List<Award> awards,
        List<Wish> wishes,
        List<Line> journal,
        Holding holding,
        List<Told> told) {}
