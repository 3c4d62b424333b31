package dev.cairn.rules.activity;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.ActivityEvent.ActivityReturned;
import dev.cairn.contracts.ActivityEvent.ActivityVoided;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.rules.RulesProblem;
import dev.cairn.rules.history.EventLogStore.Key;
import dev.cairn.rules.history.LoggedActivity;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides about activities in the order in which they are reported, in the light of what is known:
 * the activities with the same ids, those that are meant by returns and voids, and what was
 * returned of those before.
 */
final class Admission {
    private final Map<Key, LoggedActivity> known = new HashMap<>();
    private final Map<Key, Map<String, Long>> returned = new HashMap<>();
    private final Set<Key> voided = new HashSet<>();

    Admission(Collection<LoggedActivity> logged) {
        logged.stream()
                .filter(activity -> activity.event() instanceof ActivityVoided)
                .forEach(this::learn);
        logged.stream()
                .filter(activity -> !(activity.event() instanceof ActivityVoided))
                .forEach(this::learn);
    }

    /** Decides, and remembers what is accepted. */
    Verdict decide(LoggedActivity candidate) {
        var event = candidate.event();
        var id = event.activityId();
        var same = known.get(Key.of(event));
        if (same != null) {
            return same.sameContent(candidate) ? new Verdict.Duplicate(id) : reused(id);
        }
        try {
            check(event);
            learn(candidate);
            return new Verdict.Accepted(id);
        } catch (Problem problem) {
            return new Verdict.Refused(id, problem);
        }
    }

    static Verdict reused(String id) {
        return new Verdict.Refused(
                id,
                Problem.of(
                        RulesProblem.ACTIVITY_ID_REUSED,
                        "An activity with this id and other content was reported before."));
    }

    private void check(ActivityEvent event) {
        switch (event) {
            case ActivityRecorded recorded -> {}
            case ActivityReturned back -> {
                var target = target(back, back.of());
                if (target instanceof ActivityRecorded bought && bought.kind().equals("purchase")) {
                    checkLeft(back, bought);
                } else if (target != null) {
                    throw refused("of names an activity that is not a purchase.");
                }
            }
            case ActivityVoided gone -> {
                if (target(gone, gone.of()) instanceof ActivityVoided) {
                    throw refused("of names a void, which cannot be voided.");
                }
            }
        }
    }

    /** What is meant; null when it is not known yet. */
    private ActivityEvent target(ActivityEvent event, String of) {
        var target = known.get(new Key(event.source(), of));
        if (target == null) {
            return null;
        }
        if (!target.event().memberId().equals(event.memberId())) {
            throw Problem.of(
                    RulesProblem.RETURN_OF_FOREIGN_PURCHASE,
                    "The activity that of names is another member's.");
        }
        return target.event();
    }

    private void checkLeft(ActivityReturned back, ActivityRecorded bought) {
        var left = left(bought);
        for (var line : back.lines()) {
            if (line.quantity() > left.getOrDefault(line.line(), 0L)) {
                throw Problem.of(
                                RulesProblem.RETURN_EXCEEDS_PURCHASE,
                                "Line %s has %d pieces left, but %d come back."
                                        .formatted(
                                                line.line(),
                                                left.getOrDefault(line.line(), 0L),
                                                line.quantity()))
                        .with("left", left);
            }
        }
    }

    private Map<String, Long> left(ActivityRecorded bought) {
        var key = Key.of(bought);
        var back = returned.getOrDefault(key, Map.of());
        var left = new TreeMap<String, Long>();
        for (var line : bought.lines()) {
            var pieces = line.quantity() - back.getOrDefault(line.line(), 0L);
            left.put(line.line(), voided.contains(key) ? 0 : Math.max(0, pieces));
        }
        return left;
    }

    private void learn(LoggedActivity activity) {
        var event = activity.event();
        known.put(Key.of(event), activity);
        switch (event) {
            case ActivityRecorded recorded -> {}
            case ActivityVoided gone -> {
                voided.add(new Key(gone.source(), gone.of()));
                if (known.get(new Key(gone.source(), gone.of())) instanceof LoggedActivity target
                        && target.event() instanceof ActivityReturned back) {
                    count(back, -1);
                }
            }
            case ActivityReturned back -> {
                if (!voided.contains(Key.of(back))) {
                    count(back, 1);
                }
            }
        }
    }

    private void count(ActivityReturned back, int sign) {
        var pieces =
                returned.computeIfAbsent(new Key(back.source(), back.of()), key -> new HashMap<>());
        back.lines().forEach(l -> pieces.merge(l.line(), sign * l.quantity(), Long::sum));
    }

    private static Problem refused(String sentence) {
        return Problem.of(KitProblem.INVALID_REQUEST, sentence).with("field", "of");
    }
}
