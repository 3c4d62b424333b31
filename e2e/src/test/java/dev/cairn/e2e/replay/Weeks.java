package dev.cairn.e2e.replay;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The weeks in which a member bought something that was kept. */
final class Weeks {

    private static final int EARNS_FREEZE = 4;

    private final TreeMap<LocalDate, LocalDateTime> firstPurchase = new TreeMap<>();

    Weeks(List<Order> counted) {
        for (Order order : counted) {
            LocalDate monday = order.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            firstPurchase.putIfAbsent(monday, order.at);
        }
    }

    /** Longest run without any gap. */
    int longestRun() {
        int best = 0;
        int run = 0;
        LocalDate last = null;
        for (LocalDate monday : firstPurchase.keySet()) {
            run = last != null && last.plusWeeks(1).equals(monday) ? run + 1 : 1;
            best = Math.max(best, run);
            last = monday;
        }
        return best;
    }

    /** When each length was reached first; one missed week after the fourth is forgiven once. */
    Map<Integer, LocalDateTime> reached() {
        Map<Integer, LocalDateTime> reached = new LinkedHashMap<>();
        int length = 0;
        boolean forgiven = false;
        LocalDate last = null;
        for (Map.Entry<LocalDate, LocalDateTime> week : firstPurchase.entrySet()) {
            long missed = last == null ? -1 : ChronoUnit.WEEKS.between(last, week.getKey()) - 1;
            boolean bridged = missed == 1 && length >= EARNS_FREEZE && !forgiven;
            if (missed == 0 || bridged) {
                length++;
                forgiven = forgiven || bridged;
            } else {
                length = 1;
                forgiven = false;
            }
            reached.putIfAbsent(length, week.getValue());
            last = week.getKey();
        }
        return reached;
    }
}
