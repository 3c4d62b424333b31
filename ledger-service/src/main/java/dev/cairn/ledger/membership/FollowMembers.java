package dev.cairn.ledger.membership;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.RewardEvent.TierChanged;
import dev.cairn.contracts.SegmentEvent;
import dev.cairn.contracts.SegmentEvent.SegmentEntered;
import dev.cairn.contracts.SegmentEvent.SegmentExited;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.BadRecord;
import dev.cairn.ledger.calendar.Era;
import dev.cairn.ledger.membership.GroupStore.Move;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Takes over where members belong, in any order and however often it is told. */
@ApplicationScoped
public class FollowMembers {
    private final GroupStore groups;

    FollowMembers(GroupStore groups) {
        this.groups = groups;
    }

    private record Place(String memberId, String segment) {}

    /**
     * Follows changes of tiers and segments; other events are none of its business.
     *
     * @throws BadRecord if one of them names no possible member or segment
     */
    public void follow(Tx tx, List<Delivery<Event>> deliveries) {
        var tiers = new LinkedHashMap<String, TierChanged>();
        var moves = new LinkedHashMap<Place, Move>();
        for (var delivery : deliveries) {
            switch (delivery.event()) {
                case TierChanged tier ->
                        newest(tiers, valid(tier).memberId(), tier, TierChanged::occurredAt);
                case SegmentEntered in -> newest(moves, place(in), move(in, true), Move::at);
                case SegmentExited out -> newest(moves, place(out), move(out, false), Move::at);
                default -> {}
            }
        }
        if (!tiers.isEmpty()) {
            groups.saveTiers(tx, tiers.values());
        }
        if (!moves.isEmpty()) {
            groups.saveMoves(tx, moves.values());
        }
    }

    private static <K, V> void newest(
            Map<K, V> known, K key, V news, Function<V, Instant> occurredAt) {
        known.merge(key, news, (a, b) -> occurredAt.apply(b).isBefore(occurredAt.apply(a)) ? a : b);
    }

    private static Place place(SegmentEvent event) {
        return new Place(valid(event).memberId(), event.segment());
    }

    private static Move move(SegmentEvent event, boolean inside) {
        return new Move(event.memberId(), event.segment(), inside, event.occurredAt());
    }

    private static <E extends Event> E valid(E event) {
        if (!MemberId.valid(event.memberId())) {
            throw new BadRecord("memberId has a form that no member can have");
        }
        if (event.occurredAt() == null || !Era.contains(event.occurredAt())) {
            throw new BadRecord("occurredAt " + Era.OUTSIDE);
        }
        if (event instanceof SegmentEvent s && (s.segment() == null || s.segment().isBlank())) {
            throw new BadRecord("segment is missing");
        }
        return event;
    }
}
