package dev.cairn.segment.aggregate;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.ActivityEvent.ActivityReturned;
import dev.cairn.contracts.ActivityEvent.ActivityVoided;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The activities that a batch touches, and what the batch does to the totals of their members.
 * Purchases, returns and voids may come in any order and more than once: the result is the same.
 */
final class OrderBook {
    private final Map<ActivityKey, Activity> rows = new HashMap<>();
    private final Map<ActivityKey, Set<ActivityKey>> returns = new HashMap<>();
    private final Set<ActivityKey> changed = new LinkedHashSet<>();
    private final Map<String, MemberChange> changes = new TreeMap<>();

    /** A book with what is known of the activities, their orders and the returns of those. */
    OrderBook(Collection<Activity> known) {
        known.forEach(this::put);
    }

    /** Takes in one event; {@code zone} is the member's when it happened. */
    void apply(ActivityEvent event, ZoneId zone) {
        switch (event) {
            case ActivityRecorded recorded -> record(recorded, zone);
            case ActivityReturned returned -> takeBack(returned);
            case ActivityVoided voided -> undo(voided);
        }
    }

    List<Activity> changed() {
        return changed.stream().map(rows::get).toList();
    }

    /** What changed for each member, in the order of their ids. */
    Map<String, MemberChange> changes() {
        return changes;
    }

    private void record(ActivityRecorded event, ZoneId zone) {
        var key = new ActivityKey(event.source(), event.activityId());
        if (seen(key)) {
            return;
        }
        var day = event.occurredAt().atZone(zone).toLocalDate();
        var activity = Activity.recorded(event, day, voidedBefore(key, event.memberId()));
        change(activity);
        if (!activity.voided()) {
            changeOf(activity).did(activity.occurredAt().orElseThrow());
        }
        price(key);
    }

    private void takeBack(ActivityReturned event) {
        var key = new ActivityKey(event.source(), event.activityId());
        if (seen(key)) {
            return;
        }
        var activity = Activity.returned(event, voidedBefore(key, event.memberId()));
        change(activity);
        price(activity.order().orElseThrow());
    }

    private void undo(ActivityVoided event) {
        var key = new ActivityKey(event.source(), event.of());
        var target = rows.get(key);
        if (target == null) {
            change(Activity.voidedBeforeSeen(key, event.memberId()));
            return;
        }
        if (target.voided() || !target.member().equals(event.memberId())) {
            return;
        }
        change(target.asVoided());
        if (target.order().isEmpty()) {
            changeOf(target).undid();
        }
        price(target.order().orElse(key));
    }

    /** Values an order anew and passes the difference on to its member. */
    private void price(ActivityKey key) {
        var order = rows.get(key);
        if (order == null || !order.purchase()) {
            return;
        }
        long net =
                NetValue.of(
                        order,
                        returns.getOrDefault(key, Set.of()).stream().map(rows::get).toList());
        if (net != order.net()) {
            changeOf(order).order(order, net);
            change(order.withNet(net));
        }
    }

    private boolean seen(ActivityKey key) {
        return rows.containsKey(key) && rows.get(key).seen();
    }

    private boolean voidedBefore(ActivityKey key, String member) {
        return rows.containsKey(key)
                && rows.get(key).voided()
                && rows.get(key).member().equals(member);
    }

    private MemberChange changeOf(Activity activity) {
        return changes.computeIfAbsent(activity.member(), id -> new MemberChange());
    }

    private void change(Activity activity) {
        put(activity);
        changed.add(activity.key());
    }

    private void put(Activity activity) {
        rows.put(activity.key(), activity);
        activity.order()
                .ifPresent(
                        order ->
                                returns.computeIfAbsent(order, k -> new LinkedHashSet<>())
                                        .add(activity.key()));
    }
}
