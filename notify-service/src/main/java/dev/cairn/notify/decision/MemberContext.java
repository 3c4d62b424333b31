package dev.cairn.notify.decision;

import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.consent.Consents;
import dev.cairn.notify.suppression.Suppression;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a decision has to know about a member, read in the transaction that decides.
 *
 * @param addresses channels for which the member gave an address, with what is held against it
 * @param reservations slots of the frequency cap taken so far
 */
public record MemberContext(
        ZoneId zone,
        boolean erased,
        Consents consents,
        Map<Channel, Set<Suppression>> addresses,
        List<Reservation> reservations) {
    public MemberContext {
        addresses = Map.copyOf(addresses);
        reservations = List.copyOf(reservations);
    }
}
