package dev.cairn.ledger.proof;

import java.util.List;
import java.util.Map;

/**
 * What a recalculation of everything from the journal found, all at the same moment.
 *
 * @param sums what each pot holds by the journal; they add up to zero in each currency
 */
public record Proof(
        boolean holds, List<Finding> checks, long postings, Map<String, Map<String, Long>> sums) {

    /**
     * One thing that must be true.
     *
     * @param detail how many cases speak against it, and the first of them
     */
    public record Finding(String name, boolean holds, String detail) {}

    static Proof of(List<Finding> checks, long postings, Map<String, Map<String, Long>> sums) {
        return new Proof(checks.stream().allMatch(Finding::holds), checks, postings, sums);
    }
}
