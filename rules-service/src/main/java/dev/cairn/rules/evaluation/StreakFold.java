package dev.cairn.rules.evaluation;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.rules.programme.PeriodStreak;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Periods in a row with a purchase that counts, dated in the member's zone. */
final class StreakFold {

    private StreakFold() {}

    static Outcome fold(PeriodStreak rule, Facts facts) {
        var calendar = PeriodCalendar.of(rule.period(), facts.zones());
        var kept = new TreeMap<Long, Order>();
        for (var order : facts.orders().counted()) {
            kept.putIfAbsent(calendar.indexOf(order.occurredAt()), order);
        }
        var walk = StreakWalk.over(kept.keySet(), rule.freeze());
        var news = StreakNews.of(rule, facts, calendar, kept, walk);
        var awards = awards(rule, facts, kept, walk, news);
        var goal = goal(rule, calendar, walk, facts.now());
        var current = calendar.endOf(calendar.indexOf(facts.now()));
        return new Outcome(
                awards,
                Optional.of(goal),
                news,
                current,
                StreakNews.wakeAt(rule, calendar, walk, facts.now()));
    }

    private static List<Award> awards(
            PeriodStreak rule,
            Facts facts,
            TreeMap<Long, Order> kept,
            StreakWalk walk,
            List<Announcement> news) {
        var awards = new ArrayList<Award>();
        rule.steps()
                .forEach(
                        (step, points) -> {
                            var period = walk.firstReached(step);
                            if (period.isPresent()) {
                                var order = kept.get(period.get());
                                var award = award(rule, step, points, order, facts);
                                awards.add(award);
                                news.add(Milestones.reached(facts.member(), rule, step, award));
                            }
                        });
        return awards;
    }

    private static Award award(
            PeriodStreak rule, long step, long points, Order order, Facts facts) {
        return new Award(
                rule.id() + ":" + step,
                rule.id(),
                AwardCategory.STREAK,
                points,
                points,
                order.occurredAt(),
                facts.after(order.occurredAt(), rule.expiresAfter()),
                order.id(),
                step + " " + rule.period().name().toLowerCase(Locale.ROOT) + "s in a row.");
    }

    private static Goal goal(
            PeriodStreak rule, PeriodCalendar calendar, StreakWalk walk, Instant now) {
        var current = calendar.indexOf(now);
        var standing = walk.at(current);
        var ahead = rule.steps().tailMap(walk.best() + 1);
        var target = ahead.isEmpty() ? rule.steps().lastKey() : ahead.firstKey();
        var needed = standing.kept() ? current + 1 : current;
        return new Goal.StreakGoal(
                rule.id(),
                standing.length(),
                walk.best(),
                walk.bestConsecutive(),
                standing.freezes(),
                calendar.key(current),
                standing.kept(),
                standing.length() == 0 ? null : calendar.endOf(needed),
                target,
                ahead.isEmpty() ? 0 : ahead.get(target));
    }
}
