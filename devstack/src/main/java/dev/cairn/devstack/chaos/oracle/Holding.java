package dev.cairn.devstack.chaos.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * All that is known of a member in the end, by the rules or by the books.
 *
 * @param figures by column of the balance
 * @param lots what became of each award's points
 * @param awards what each award is worth
 * @param redemptions whether each was cancelled
 */
public record Holding(
        Map<String, Long> figures,
        Map<String, Rest> lots,
        Map<String, Long> awards,
        Map<String, Boolean> redemptions) {

    public static final Holding NOTHING = new Wallet().holding();

    /** One lot; whether an empty one waits means nothing. */
    public record Rest(long earned, long remaining, long expired, boolean pending) {
        public Rest {
            pending = pending && remaining > 0;
        }
    }

    /** Where the books say something else than these rules. */
    List<String> differences(Holding books) {
        List<String> found = new ArrayList<>();
        compare("", figures, books.figures, found);
        compare("lot ", lots, books.lots, found);
        compare("award ", awards, books.awards, found);
        compare("redemption ", redemptions, books.redemptions, found);
        return found;
    }

    private static void compare(
            String what, Map<String, ?> rules, Map<String, ?> books, List<String> found) {
        TreeSet<String> names = new TreeSet<>(rules.keySet());
        names.addAll(books.keySet());
        for (String name : names) {
            if (!Objects.equals(rules.get(name), books.get(name))) {
                found.add(
                        "%s%s is %s, must be %s"
                                .formatted(what, name, books.get(name), rules.get(name)));
            }
        }
    }
}
