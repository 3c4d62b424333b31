package dev.cairn.ledger.award;

import dev.cairn.ledger.currency.Currency.Cap;

/** Tells members in one sentence why an award paid less than it was worth. */
final class CapReason {
    /** Of a limit that is not in the rules any more. */
    static final String FORMER = "A limit on earning was reached.";

    private CapReason() {}

    static String of(Cap cap) {
        return switch (cap.per()) {
            case AWARD -> "One award pays at most %d points.".formatted(cap.points());
            case DAY -> perPeriod(cap, "day");
            case WEEK -> perPeriod(cap, "week");
            case MONTH -> perPeriod(cap, "month");
            case QUARTER -> perPeriod(cap, "quarter");
            case YEAR -> perPeriod(cap, "year");
            case BALANCE ->
                    "An account keeps at most %d points by earning.".formatted(cap.points());
        };
    }

    private static String perPeriod(Cap cap, String period) {
        return "At most %d points can be earned in a %s.".formatted(cap.points(), period);
    }
}
