package dev.cairn.ledger.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Says where a ledger differs from what a step expects. */
final class Comparison {
    private final List<String> differences = new ArrayList<>();

    private Comparison() {}

    /**
     * Compares a step.
     *
     * @param before postings that were there before it
     */
    static List<String> differences(
            Case.Expect expect, Engine.Answer answer, Books before, Books after) {
        var comparison = new Comparison();
        comparison.answer(expect.refusal(), answer);
        comparison.journal(expect.journal(), before, after);
        if (expect.balance() != null) {
            expect.balance()
                    .forEach((account, states) -> comparison.states(account, states, after));
        }
        if (expect.lots() != null) {
            expect.lots().forEach((name, fields) -> comparison.lot(name, fields, after));
        }
        return comparison.differences;
    }

    private void answer(ObjectNode refusal, Engine.Answer answer) {
        switch (answer) {
            case Engine.Answer.Accepted accepted -> equal("refusal", refusal, null);
            case Engine.Answer.Refused refused when refusal == null ->
                    equal("refusal", null, refused.why());
            case Engine.Answer.Refused refused -> fields("refusal", refusal, refused.why());
        }
    }

    /** Accounts have histories of their own: the order between two of them says nothing. */
    private void journal(List<Case.Posting> expected, Books before, Books after) {
        var accounts = new LinkedHashSet<String>();
        expected.forEach(posting -> accounts.add(posting.account()));
        after.journal().forEach(posting -> accounts.add(posting.account()));
        for (var account : accounts) {
            var wanted = expected.stream().filter(p -> p.account().equals(account)).toList();
            var seen =
                    after.journalOf(account).stream()
                            .skip(before.journalOf(account).size())
                            .toList();
            for (var i = 0; i < Math.max(wanted.size(), seen.size()); i++) {
                var want = i < wanted.size() ? wanted.get(i) : null;
                var see = i < seen.size() ? seen.get(i) : null;
                if (want != null && see != null) {
                    see = see.without(want.occurredAt() == null);
                }
                equal("posting %d of %s".formatted(i + 1, account), want, see);
            }
        }
    }

    /** States that are not named are zero. */
    private void states(String account, Map<String, Long> expected, Books after) {
        var wanted = new TreeMap<>(expected);
        wanted.values().removeIf(points -> points == 0);
        var seen = new TreeMap<>(after.balances().getOrDefault(account, Map.of()));
        seen.values().removeIf(points -> points == 0);
        equal("balance of " + account, wanted, seen);
    }

    private void lot(String name, ObjectNode expected, Books after) {
        var seen = after.lots().get(name);
        if (seen == null) {
            differences.add("there is no lot %s, only %s".formatted(name, after.lots().keySet()));
        } else {
            fields("lot " + name, expected, Suite.JSON.valueToTree(seen));
        }
    }

    private void fields(String what, ObjectNode expected, ObjectNode seen) {
        expected.properties()
                .forEach(
                        field ->
                                equal(
                                        what + "." + field.getKey(),
                                        text(field.getValue()),
                                        text(seen.get(field.getKey()))));
    }

    /** So that whole numbers of different width are equal. */
    private static String text(JsonNode node) {
        return node == null ? "absent" : node.asText();
    }

    private void equal(String what, Object expected, Object seen) {
        if (!Objects.equals(expected, seen)) {
            differences.add("%s: expected %s but was %s".formatted(what, expected, seen));
        }
    }
}
