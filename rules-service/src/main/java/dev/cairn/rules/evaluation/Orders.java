package dev.cairn.rules.evaluation;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.ActivityEvent.ActivityReturned;
import dev.cairn.contracts.ActivityEvent.ActivityVoided;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A member's purchases in the order in which they happened, each with its returns taken off,
 * whenever those arrived.
 */
record Orders(List<Order> all, List<Order> counted, List<Explanation> explanations) {
    private static final Comparator<ActivityEvent> BY_TIME =
            Comparator.comparing(ActivityEvent::occurredAt)
                    .thenComparing(ActivityEvent::source)
                    .thenComparing(ActivityEvent::activityId)
                    .thenComparing(Object::toString);

    static Orders of(Collection<? extends ActivityEvent> activities) {
        var unique = new LinkedHashMap<ActivityKey, ActivityEvent>();
        activities.stream()
                .sorted(BY_TIME)
                .forEach(activity -> unique.putIfAbsent(keyOf(activity), activity));

        var voided = voided(unique);
        var explanations = new ArrayList<Explanation>();
        var returned = new HashMap<ActivityKey, Map<String, Long>>();
        for (var activity : unique.values()) {
            if (activity instanceof ActivityReturned back && !voided.contains(keyOf(back))) {
                var of = new ActivityKey(back.source(), back.of());
                if (!(unique.get(of) instanceof ActivityRecorded)) {
                    explanations.add(why(back, "Waits for purchase " + back.of() + "."));
                }
                var pieces = returned.computeIfAbsent(of, key -> new HashMap<>());
                back.lines().forEach(l -> pieces.merge(l.line(), l.quantity(), Long::sum));
            }
        }

        var all = new ArrayList<Order>();
        for (var activity : unique.values()) {
            if (activity instanceof ActivityRecorded bought && bought.kind().equals("purchase")) {
                var order = order(bought, voided, returned);
                if (!order.counts()) {
                    explanations.add(why(bought, reason(order)));
                }
                all.add(order);
            }
        }
        return new Orders(all, all.stream().filter(Order::counts).toList(), explanations);
    }

    private static Order order(
            ActivityRecorded bought,
            Set<ActivityKey> voided,
            Map<ActivityKey, Map<String, Long>> returned) {
        var key = keyOf(bought);
        var back = returned.getOrDefault(key, Map.of());
        var gross = 0L;
        var net = 0L;
        for (var line : bought.lines()) {
            var kept = Math.max(0, line.quantity() - back.getOrDefault(line.line(), 0L));
            gross = Math.addExact(gross, Math.multiplyExact(line.quantity(), line.unitPrice()));
            net = Math.addExact(net, Math.multiplyExact(kept, line.unitPrice()));
        }
        var gone = voided.contains(key);
        return new Order(key, bought.occurredAt(), bought.currency(), gross, gone ? 0 : net, gone);
    }

    private static Set<ActivityKey> voided(Map<ActivityKey, ActivityEvent> unique) {
        var keys = new HashSet<ActivityKey>();
        for (var activity : unique.values()) {
            if (activity instanceof ActivityVoided gone) {
                keys.add(new ActivityKey(gone.source(), gone.of()));
            }
        }
        return keys;
    }

    private static String reason(Order order) {
        if (order.voided()) {
            return "Does not count: it was voided.";
        }
        return order.gross() == 0
                ? "Does not count: nothing was paid for it."
                : "Does not count: all of it was returned.";
    }

    private static Explanation why(ActivityEvent activity, String sentence) {
        return new Explanation(activity.source(), activity.activityId(), sentence);
    }

    private static ActivityKey keyOf(ActivityEvent activity) {
        return new ActivityKey(activity.source(), activity.activityId());
    }
}
