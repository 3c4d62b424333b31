package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.oracle.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes awards as shops cause them: new ones, ones that shrink because something was returned,
 * ones that grow; some records twice, some after their successors.
 */
final class Draft {

    private static final int MOST_KEPT = 400;

    private final Random random;
    private final List<String> members;
    private final Dates dates;
    private final List<Fields> known = new ArrayList<>();
    private final List<Fields> sent = new ArrayList<>();
    private long number;

    /**
     * @param quiet who have one award each, of which only a date changes
     */
    Draft(Random random, List<String> members, List<String> quiet) {
        this.random = random;
        this.members = members;
        this.dates = new Dates(random, quiet);
    }

    /** What an award says. */
    record Fields(
            String member,
            String currency,
            String id,
            long revision,
            long points,
            boolean base,
            Instant occurredAt,
            Instant activeFrom,
            Instant expiresAt) {

        Fields worth(long newPoints, long ahead, Instant newExpiresAt) {
            return new Fields(
                    member,
                    currency,
                    id,
                    revision + ahead,
                    newPoints,
                    base,
                    occurredAt,
                    activeFrom,
                    newExpiresAt);
        }

        /** The next revision, with another day of what happens to its points. */
        Fields due(Instant day) {
            return new Fields(
                    member,
                    currency,
                    id,
                    revision + 1,
                    points,
                    base,
                    occurredAt,
                    activeFrom == null ? null : day,
                    activeFrom == null ? day : expiresAt);
        }

        Map<String, Object> asEvent() {
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("awardId", id);
            event.put("revision", revision);
            event.put("memberId", member);
            event.put("currency", currency);
            event.put("points", points);
            event.put("category", base ? "BASE" : "CAMPAIGN");
            event.put("occurredAt", occurredAt.toString());
            event.put("activeFrom", activeFrom == null ? null : activeFrom.toString());
            event.put("expiresAt", expiresAt == null ? null : expiresAt.toString());
            event.put("rule", "chaos");
            event.put("programmeVersion", "chaos-1");
            event.put("activityId", null);
            event.put("reason", "Chaos");
            return event;
        }
    }

    /** What is sent next, in this order. */
    List<Fields> next(Instant now) {
        if (random.nextInt(20) == 0) {
            return dates.next(now);
        }
        List<Fields> records = records(now);
        sent.addAll(records);
        forgetOld(sent);
        forgetOld(known);
        return records;
    }

    private List<Fields> records(Instant now) {
        int ticket = random.nextInt(100);
        if (known.isEmpty() || ticket < 40) {
            Fields fresh = fresh(now);
            known.add(fresh);
            return ticket < 6 ? List.of(fresh, fresh) : List.of(fresh);
        }
        if (ticket < 50) {
            return List.of(sent.get(random.nextInt(sent.size())));
        }
        int index = random.nextInt(known.size());
        Fields before = known.get(index);
        if (ticket < 60) {
            Fields skipped = before.worth(otherWorth(before), 1, before.expiresAt());
            Fields newest = before.worth(otherWorth(before), 2, before.expiresAt());
            known.set(index, newest);
            return List.of(newest, skipped);
        }
        Fields after = before.worth(otherWorth(before), 1, laterAtTimes(before));
        known.set(index, after);
        return List.of(after);
    }

    /** No two of a member's awards were earned at the same instant, so that lots have an order. */
    private Fields fresh(Instant now) {
        String member = members.get(random.nextInt(3) == 0 ? 0 : random.nextInt(members.size()));
        Instant occurredAt = now.minus(Duration.ofHours(1)).plusNanos(1000 * ++number);
        Instant activeFrom =
                random.nextInt(4) == 0 ? now.plus(Duration.ofHours(random.nextInt(4, 90))) : null;
        Instant begin = activeFrom == null ? now : activeFrom;
        Instant expiresAt =
                random.nextInt(3) > 0 ? begin.plus(Duration.ofHours(random.nextInt(8, 400))) : null;
        return new Fields(
                member,
                random.nextInt(5) == 0 ? Programme.MILES : Account.POINTS,
                "chaos:" + number,
                1,
                random.nextInt(20, 260),
                random.nextBoolean(),
                occurredAt,
                activeFrom,
                expiresAt);
    }

    /** Mostly less, as after a return; sometimes nothing, sometimes more; never the same. */
    private long otherWorth(Fields before) {
        int ticket = random.nextInt(10);
        long points =
                ticket < 2
                        ? before.points() + random.nextInt(1, 100)
                        : ticket < 4 ? 0 : before.points() * random.nextInt(10, 90) / 100;
        return points == before.points() ? points + 25 : points;
    }

    /**
     * Never for miles: of those a revision may change nothing but dates, when a limit clips it, and
     * then no posting says when that was, though much else happens to these members.
     */
    private Instant laterAtTimes(Fields before) {
        boolean later =
                before.expiresAt() != null
                        && before.currency().equals(Account.POINTS)
                        && random.nextInt(8) == 0;
        return later ? before.expiresAt().plus(Duration.ofDays(5)) : before.expiresAt();
    }

    private static void forgetOld(List<Fields> list) {
        while (list.size() > MOST_KEPT) {
            list.removeFirst();
        }
    }
}
