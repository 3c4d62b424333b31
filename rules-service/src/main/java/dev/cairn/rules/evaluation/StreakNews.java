package dev.cairn.rules.evaluation;

import dev.cairn.contracts.RewardEvent.StreakAtRisk;
import dev.cairn.contracts.RewardEvent.StreakBroken;
import dev.cairn.contracts.RewardEvent.StreakExtended;
import dev.cairn.rules.programme.PeriodStreak;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What is worth telling about a streak. A single period is not a streak yet. */
final class StreakNews {
    private static final int SHORTEST = 2;

    private StreakNews() {}

    static List<Announcement> of(
            PeriodStreak rule,
            Facts facts,
            PeriodCalendar calendar,
            TreeMap<Long, Order> kept,
            StreakWalk walk) {
        var news = new ArrayList<Announcement>();
        walk.lengths()
                .forEach(
                        (period, length) -> {
                            if (length >= SHORTEST) {
                                var at = kept.get(period).occurredAt();
                                news.add(
                                        extended(
                                                rule,
                                                facts.member(),
                                                calendar.key(period),
                                                length,
                                                at));
                            }
                        });
        for (var run : walk.ended()) {
            addBroken(news, rule, facts, calendar, run);
        }
        addCurrent(news, rule, facts, calendar, walk);
        return news;
    }

    /** When the newest run, as it is, makes news without the member doing anything. */
    static Instant wakeAt(
            PeriodStreak rule, PeriodCalendar calendar, StreakWalk walk, Instant now) {
        if (walk.length() < SHORTEST) {
            return null;
        }
        var risk = calendar.beforeEndOf(walk.breaksAt(), rule.warnBefore());
        if (now.isBefore(risk)) {
            return risk;
        }
        var end = calendar.endOf(walk.breaksAt());
        return now.isBefore(end) ? end : null;
    }

    private static void addCurrent(
            List<Announcement> news,
            PeriodStreak rule,
            Facts facts,
            PeriodCalendar calendar,
            StreakWalk walk) {
        if (walk.length() < SHORTEST) {
            return;
        }
        var period = walk.breaksAt();
        var risk = calendar.beforeEndOf(period, rule.warnBefore());
        var end = calendar.endOf(period);
        if (!facts.now().isBefore(end)) {
            addBroken(news, rule, facts, calendar, new StreakWalk.Ended(walk.length(), period));
        } else if (!facts.now().isBefore(risk)) {
            var key = calendar.key(period);
            news.add(
                    new Announcement(
                            "streak-at-risk:" + rule.id() + ":" + key,
                            new StreakAtRisk(
                                    facts.member(), rule.id(), walk.length(), key, end, risk)));
        }
    }

    private static void addBroken(
            List<Announcement> news,
            PeriodStreak rule,
            Facts facts,
            PeriodCalendar calendar,
            StreakWalk.Ended run) {
        if (run.length() >= SHORTEST) {
            var key = calendar.key(run.missed());
            var at = calendar.endOf(run.missed());
            news.add(
                    new Announcement(
                            "streak-broken:" + rule.id() + ":" + key,
                            new StreakBroken(facts.member(), rule.id(), run.length(), key, at)));
        }
    }

    private static Announcement extended(
            PeriodStreak rule, String member, String period, long length, Instant at) {
        return new Announcement(
                "streak-extended:" + rule.id() + ":" + period,
                new StreakExtended(member, rule.id(), length, period, at));
    }
}
