package dev.cairn.notify.delivery;

import dev.cairn.kit.db.Tx;
import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.consent.ConsentStore;
import dev.cairn.notify.consent.Consents;
import dev.cairn.notify.contact.ContactPoint;
import dev.cairn.notify.contact.ContactStore;
import dev.cairn.notify.decision.MemberContext;
import dev.cairn.notify.member.Member;
import dev.cairn.notify.member.MemberStore;
import dev.cairn.notify.suppression.SuppressionStore;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads all that decisions about some members need, under lock, in a handful of queries. */
@ApplicationScoped
public class Reachability {
    private final MemberStore members;
    private final ConsentStore consents;
    private final ContactStore contacts;
    private final SuppressionStore suppressions;
    private final CapStore caps;
    private final SendConfig config;
    private final Set<Channel> channels;

    public Reachability(
            MemberStore members,
            ConsentStore consents,
            ContactStore contacts,
            SuppressionStore suppressions,
            CapStore caps,
            SendConfig config,
            @All List<Carrier> carriers) {
        this.members = members;
        this.consents = consents;
        this.contacts = contacts;
        this.suppressions = suppressions;
        this.caps = caps;
        this.config = config;
        this.channels =
                carriers.stream()
                        .filter(Carrier::enabled)
                        .map(Carrier::channel)
                        .collect(Collectors.toSet());
    }

    /** What is known about one member in this transaction. */
    record Known(
            Member member,
            MemberContext context,
            Map<Channel, ContactPoint> points,
            List<CapStore.Slot> slots) {

        ZoneId zone() {
            return context.zone();
        }

        /** The context for one message, whose own slot does not count against it. */
        MemberContext contextFor(Waiting message) {
            var others =
                    slots.stream()
                            .filter(slot -> !slot.messageId().equals(message.candidate().id()))
                            .map(CapStore.Slot::reservation)
                            .toList();
            return new MemberContext(
                    context.zone(),
                    context.erased(),
                    context.consents(),
                    context.addresses(),
                    others);
        }
    }

    Map<String, Known> lock(Tx tx, Collection<String> memberIds, Instant now) {
        var locked = members.lock(tx, memberIds);
        var said = consents.of(tx, memberIds);
        var points =
                contacts.of(tx, memberIds).stream()
                        .filter(point -> channels.contains(point.channel()))
                        .collect(Collectors.groupingBy(ContactPoint::memberId));
        var held =
                suppressions.of(
                        tx,
                        points.values().stream()
                                .flatMap(List::stream)
                                .map(ContactPoint::hash)
                                .collect(Collectors.toSet()));
        var slots =
                caps.since(tx, memberIds, now.minus(config.cap().window())).stream()
                        .collect(Collectors.groupingBy(CapStore.Slot::memberId));
        var result = new HashMap<String, Known>();
        for (var member : locked) {
            var id = member.id();
            var own = new HashMap<Channel, ContactPoint>();
            points.getOrDefault(id, List.of()).forEach(point -> own.put(point.channel(), point));
            var addresses =
                    own.entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey,
                                            e -> held.getOrDefault(e.getValue().hash(), Set.of())));
            var context =
                    new MemberContext(
                            member.zone().orElse(config.zone()),
                            member.erased(),
                            said.getOrDefault(id, Consents.none()),
                            addresses,
                            List.of());
            var taken = new ArrayList<>(slots.getOrDefault(id, List.of()));
            result.put(id, new Known(member, context, own, taken));
        }
        return result;
    }
}
