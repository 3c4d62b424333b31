package dev.cairn.segment.aggregate;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.ActivityEvent.ActivityReturned;
import dev.cairn.contracts.ActivityEvent.ActivityVoided;
import dev.cairn.contracts.Event;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.BadRecord;
import dev.cairn.segment.definition.SegmentConfig;
import dev.cairn.segment.member.Member;
import dev.cairn.segment.membership.Change;
import dev.cairn.segment.membership.MoveCause;
import dev.cairn.segment.membership.MoveMembers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Adds activities to the totals of their members, and lets those move that now belong elsewhere.
 */
@ApplicationScoped
public class CountActivities {
    private final ActivityStore store;
    private final MoveMembers moves;
    private final ZoneId unknownZone;

    public CountActivities(ActivityStore store, MoveMembers moves, SegmentConfig config) {
        this.store = store;
        this.moves = moves;
        this.unknownZone = config.zone();
    }

    void count(Tx tx, List<Delivery<Event>> deliveries) {
        Map<String, Delivery<Event>> latest = new TreeMap<>();
        deliveries.forEach(delivery -> latest.put(memberOf(delivery), delivery));
        if (latest.isEmpty()) {
            return;
        }
        Map<String, Member> members = moves.lock(tx, latest.keySet());
        OrderBook book = read(tx, deliveries);
        for (var delivery : deliveries) {
            var event = (ActivityEvent) delivery.event();
            var zones = members.get(event.memberId()).zones();
            book.apply(event, zones.at(event.occurredAt(), unknownZone));
        }
        store.save(tx, book.changed());
        store.addToDays(tx, book.changes());
        var after = after(tx, members, book.changes());
        moves.settle(
                tx,
                after.values().stream()
                        .map(
                                member ->
                                        new Change(
                                                members.get(member.id()),
                                                member,
                                                MoveCause.ACTIVITY,
                                                latest.get(member.id()).cause()))
                        .toList());
    }

    private Map<String, Member> after(
            Tx tx, Map<String, Member> members, Map<String, MemberChange> changes) {
        var after = new LinkedHashMap<>(members);
        changes.forEach(
                (id, change) -> after.computeIfPresent(id, (k, member) -> change.applyTo(member)));
        var lost =
                changes.entrySet().stream()
                        .filter(change -> change.getValue().lost())
                        .map(Map.Entry::getKey)
                        .toList();
        if (!lost.isEmpty()) {
            store.moments(tx, lost)
                    .forEach(
                            (id, moments) ->
                                    after.computeIfPresent(
                                            id,
                                            (k, member) ->
                                                    member.with(
                                                            member.totals().withMoments(moments))));
        }
        return after;
    }

    /** Reads what the batch touches: its activities, their orders, and the returns of those. */
    private OrderBook read(Tx tx, List<Delivery<Event>> deliveries) {
        var named = new LinkedHashSet<ActivityKey>();
        deliveries.forEach(d -> named.addAll(keysOf((ActivityEvent) d.event())));
        var known = new ArrayList<>(store.find(tx, named));
        Set<ActivityKey> orders = new LinkedHashSet<>(named);
        Set<ActivityKey> further =
                known.stream()
                        .flatMap(activity -> activity.order().stream())
                        .filter(order -> !named.contains(order))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!further.isEmpty()) {
            known.addAll(store.find(tx, further));
            orders.addAll(further);
        }
        known.addAll(store.findReturns(tx, orders));
        return new OrderBook(known);
    }

    private static Collection<ActivityKey> keysOf(ActivityEvent event) {
        var own = new ActivityKey(event.source(), event.activityId());
        return switch (event) {
            case ActivityRecorded recorded -> List.of(own);
            case ActivityReturned returned ->
                    List.of(own, new ActivityKey(event.source(), returned.of()));
            case ActivityVoided voided -> List.of(new ActivityKey(event.source(), voided.of()));
        };
    }

    private static String memberOf(Delivery<Event> delivery) {
        if (!(delivery.event() instanceof ActivityEvent event)) {
            throw new BadRecord("not an activity");
        }
        ActivityCheck.check(event);
        return event.memberId();
    }
}
