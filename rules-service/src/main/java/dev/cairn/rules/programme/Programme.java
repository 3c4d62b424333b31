package dev.cairn.rules.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A loyalty programme as its file says it.
 *
 * @param id the programme's name for machines
 * @param version rises with every change of the file
 * @param start the first day that counts, in {@code zone}
 * @param zone where the programme's own days begin
 * @param currencies ISO 4217 codes that purchases may be priced in
 * @param rules what pays, in the order in which members see it
 */
public record Programme(
        String id,
        int version,
        LocalDate start,
        ZoneId zone,
        Set<String> currencies,
        List<Rule> rules) {
    public Programme {
        // sorted: the hash of a programme must be the same in every process
        currencies =
                Collections.unmodifiableSet(
                        currencies == null ? new TreeSet<>() : new TreeSet<>(currencies));
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /** The first instant that counts. */
    public Instant startsAt() {
        return start.atStartOfDay(zone).toInstant();
    }
}
