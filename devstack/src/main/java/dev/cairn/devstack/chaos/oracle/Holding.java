package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * All that is known of an account in the end, by the rules or by the books.
 *
 * @param figures by column of the balance
 * @param lots what became of each, by the books' name of it
 * @param awards what each award is worth and was paid
 * @param redemptions whether each was cancelled
 * @param deeds what became of each hold and adjustment, in words
 */
public record Holding(
        Map<String, Long> figures,
        Map<String, Rest> lots,
        Map<String, Worth> awards,
        Map<String, Boolean> redemptions,
        Map<String, String> deeds) {

    public static final Holding NOTHING =
            new Holding(new Pots().figures(), Map.of(), Map.of(), Map.of(), Map.of());

    /** One lot with its age; whether an empty one waits means nothing. */
    public record Rest(
            String award,
            Instant earnedAt,
            Instant expiresAt,
            long earned,
            long remaining,
            long held,
            long expired,
            boolean pending) {
        public Rest {
            pending = pending && remaining > 0;
        }
    }

    /** What an award is worth, and what of it was paid; less, when a limit clipped it. */
    public record Worth(long points, long paid) {
        boolean isClipped() {
            return paid < points;
        }
    }

    /** What became of a hold. */
    public static String hold(
            String end, long points, long captured, long refunded, Instant lapsesAt) {
        return "%s, %d of %d captured, %d of them given back, until %s"
                .formatted(end, captured, points, refunded, lapsesAt);
    }

    /** What became of an adjustment. */
    public static String adjustment(String end, long points) {
        return "%s, %d".formatted(end, points);
    }

    /** How many awards a limit has clipped. */
    long clipped() {
        return awards.values().stream().filter(Worth::isClipped).count();
    }

    /** Where the books say something else than these rules. */
    List<String> differences(Holding books) {
        List<String> found = new ArrayList<>();
        compare("", figures, books.figures, found);
        compare("lot ", lots, books.lots, found);
        compare("award ", awards, books.awards, found);
        compare("redemption ", redemptions, books.redemptions, found);
        compare("deed ", deeds, books.deeds, found);
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
