package dev.cairn.e2e.replay;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code members.csv} must say, worked out from the file alone: one pass, one member after the
 * other, in shop time. It shares no code with the platform or its drivers.
 *
 * <p>The weekend campaign pays first come, first served; a file that exhausts its budget says so,
 * because then the outcome depends on who came first within the same moment.
 */
final class Oracle {

    private static final Map<Integer, Long> LADDER = Map.of(3, 30L, 5, 60L, 10, 150L, 25, 500L);
    private static final Map<Integer, Long> STREAK = Map.of(2, 20L, 4, 50L, 8, 120L, 12, 250L);
    private static final long FIRST_REPEAT = 20;
    private static final long TREAT = 20;
    private static final long TREAT_BUDGET = 25_000;

    private final Orders orders;
    private final LocalDate end;
    private final Map<String, Map<LocalDate, Pay>> treats = new TreeMap<>();
    private long treatsWanted;

    Oracle(List<FileRow> rows) {
        this.orders = Orders.of(rows);
        this.end =
                rows.stream()
                        .map(row -> row.at().toLocalDate())
                        .max(LocalDate::compareTo)
                        .orElseThrow()
                        .plusDays(1);
        payTreats();
    }

    /** One row for each member with an accepted purchase, by member id. */
    List<MemberRow> rows() {
        List<MemberRow> rows = new ArrayList<>();
        orders.byMember().forEach((member, list) -> rows.add(row(member, list)));
        return rows;
    }

    /** Whether the weekend campaign ran out of points. */
    boolean budgetExhausted() {
        return treatsWanted > TREAT_BUDGET;
    }

    private MemberRow row(String member, List<Order> all) {
        List<Order> counted = all.stream().filter(Order::counts).toList();
        Weeks weeks = new Weeks(counted);
        List<Pay> base = all.stream().map(Pay::base).toList();
        List<Pay> bonus = new ArrayList<>(milestones(counted));
        bonus.addAll(streaks(weeks));
        bonus.addAll(treats.getOrDefault(member, Map.of()).values());
        List<Pay> pays = new ArrayList<>(base);
        pays.addAll(bonus);
        long earned = all.stream().mapToLong(order -> order.gross() / 100).sum();
        long kept = sum(base);
        return new MemberRow(
                member,
                all.size(),
                all.stream().mapToLong(Order::net).sum(),
                earned,
                earned - kept,
                sum(bonus),
                sum(pays.stream().filter(pay -> pay.alive(end)).toList()),
                weeks.longestRun(),
                tier(pays),
                Segments.of(orders.firstSeen(member), counted, end));
    }

    private static List<Pay> milestones(List<Order> counted) {
        List<Pay> pays = new ArrayList<>();
        LADDER.forEach(
                (step, points) -> {
                    if (counted.size() >= step) {
                        pays.add(Pay.lasting(points, counted.get(step - 1).at));
                    }
                });
        if (counted.size() >= 2) {
            pays.add(Pay.lasting(FIRST_REPEAT, counted.get(1).at));
        }
        return pays;
    }

    private static List<Pay> streaks(Weeks weeks) {
        List<Pay> pays = new ArrayList<>();
        weeks.reached()
                .forEach(
                        (length, at) -> {
                            if (STREAK.containsKey(length)) {
                                pays.add(Pay.lasting(STREAK.get(length), at));
                            }
                        });
        return pays;
    }

    private void payTreats() {
        List<Order> weekend = new ArrayList<>();
        orders.byMember().values().forEach(weekend::addAll);
        weekend.removeIf(order -> !order.counts() || order.day().getDayOfWeek().getValue() < 6);
        weekend.sort((a, b) -> a.at.compareTo(b.at));
        for (Order order : weekend) {
            LocalDate saturday =
                    order.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
            Map<LocalDate, Pay> mine =
                    treats.computeIfAbsent(order.member, member -> new LinkedHashMap<>());
            if (!mine.containsKey(saturday)) {
                long points = Math.min(TREAT, Math.max(0, TREAT_BUDGET - treatsWanted));
                treatsWanted += TREAT;
                mine.put(saturday, Pay.treat(points, order.at));
            }
        }
    }

    private String tier(List<Pay> pays) {
        LocalDateTime since = end.minusMonths(12).atStartOfDay();
        long points =
                sum(
                        pays.stream()
                                .filter(Pay::qualifies)
                                .filter(p -> p.at().isAfter(since))
                                .toList());
        return points >= 2000 ? "summit" : points >= 500 ? "stone" : "pebble";
    }

    private static long sum(List<Pay> pays) {
        return pays.stream().mapToLong(Pay::points).sum();
    }
}
