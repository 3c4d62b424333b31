package dev.cairn.ledger.catalogue;

import dev.cairn.ledger.membership.Groups;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be known of somebody to show the catalogue.
 *
 * @param groups what a member belongs to; empty for staff and partners, who see the first price
 * @param balances active points by currency
 * @param taken how often the member has had a reward in the current period, where that is limited
 * @param stocked rewards that have a code left
 */
record Onlooker(
        Optional<Groups> groups,
        Map<String, Long> balances,
        Map<String, Long> taken,
        Set<String> stocked) {}
