package dev.cairn.segment.aggregate;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.PointsEvent;
import dev.cairn.contracts.PointsEvent.HoldPlaced;
import dev.cairn.contracts.PointsEvent.HoldSettled;
import dev.cairn.contracts.PointsEvent.PointsActivated;
import dev.cairn.contracts.PointsEvent.PointsAdjusted;
import dev.cairn.contracts.PointsEvent.PointsEarned;
import dev.cairn.contracts.PointsEvent.PointsExpired;
import dev.cairn.contracts.PointsEvent.PointsExpiring;
import dev.cairn.contracts.PointsEvent.PointsRedeemed;
import dev.cairn.contracts.PointsEvent.PointsReversed;
import dev.cairn.contracts.PointsEvent.PointsTransferred;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.BadRecord;
import dev.cairn.kit.intake.Intake;
import dev.cairn.kit.intake.Subscription;
import dev.cairn.segment.definition.SegmentConfig;
import dev.cairn.segment.member.Member;
import dev.cairn.segment.membership.Change;
import dev.cairn.segment.membership.MoveCause;
import dev.cairn.segment.membership.MoveMembers;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears what members have of the programme's main currency: the ledger's word replaces what was
 * known before. Households have points, but belong to no segment.
 */
@Startup
@ApplicationScoped
public class PointsConsumer {
    /** How the ledger names the accounts of households. */
    private static final Pattern HOUSEHOLD =
            Pattern.compile("hh-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Subscription points;
    private final MoveMembers moves;
    private final String currency;

    public PointsConsumer(Intake intake, MoveMembers moves, SegmentConfig config) {
        this.points = intake.subscribe(Topics.POINTS, this::keep);
        this.moves = moves;
        this.currency = config.currency();
    }

    /** A balance and the event that told it. */
    private record Told(long balance, Delivery<Event> by) {}

    @Incoming("points")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        points.take(batch);
    }

    private void keep(Tx tx, List<Delivery<Event>> deliveries) {
        Map<String, Told> latest = new TreeMap<>();
        for (var delivery : deliveries) {
            if (!(delivery.event() instanceof PointsEvent event)
                    || !MemberId.valid(event.memberId())) {
                throw new BadRecord("not a points event of a member");
            }
            if (counts(event)) {
                balance(event).ifPresent(b -> latest.put(event.memberId(), new Told(b, delivery)));
            }
        }
        if (latest.isEmpty()) {
            return;
        }
        var members = moves.lock(tx, latest.keySet());
        moves.settle(
                tx, members.values().stream().map(m -> change(m, latest.get(m.id()))).toList());
    }

    private boolean counts(PointsEvent event) {
        return currency.equals(event.currency()) && !HOUSEHOLD.matcher(event.memberId()).matches();
    }

    private static Change change(Member member, Told told) {
        var after = member.with(member.totals().withPoints(told.balance()));
        return new Change(member, after, MoveCause.POINTS, told.by().cause());
    }

    private static OptionalLong balance(PointsEvent event) {
        return switch (event) {
            case PointsEarned e -> OptionalLong.of(e.balance());
            case PointsActivated e -> OptionalLong.of(e.balance());
            case PointsRedeemed e -> OptionalLong.of(e.balance());
            case PointsReversed e -> OptionalLong.of(e.balance());
            case PointsExpired e -> OptionalLong.of(e.balance());
            case PointsAdjusted e -> OptionalLong.of(e.balance());
            case PointsTransferred e -> OptionalLong.of(e.balance());
            case HoldPlaced e -> OptionalLong.of(e.balance());
            case HoldSettled e -> OptionalLong.of(e.balance());
            case PointsExpiring e -> OptionalLong.empty();
        };
    }
}
