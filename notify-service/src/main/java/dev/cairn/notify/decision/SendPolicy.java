package dev.cairn.notify.decision;

import dev.cairn.notify.candidate.Candidate;
import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.decision.Decision.Defer;
import dev.cairn.notify.decision.Decision.Send;
import dev.cairn.notify.decision.Decision.Skip;
import dev.cairn.notify.template.MessageClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides about a message, in this order: still true, consent, address, suppression, frequency cap,
 * quiet hours. Nothing is remembered between two decisions about the same message.
 *
 * @param spread releases after quiet hours are spread over this long, so that not all members of a
 *     zone are written to in the same second
 */
public record SendPolicy(QuietHours quietHours, FrequencyCap cap, Duration spread) {

    /** Decides about both legs of a message. */
    public Plan decide(Candidate candidate, MemberContext member, Instant now) {
        return new Plan(inbox(candidate, member, now), outreach(candidate, member, now));
    }

    private Decision inbox(Candidate candidate, MemberContext member, Instant now) {
        return notWorthSaying(candidate, member, now)
                .or(() -> consentRefusal(candidate, Channel.INBOX, member))
                .<Decision>map(Skip::new)
                .orElseGet(() -> new Send(Channel.INBOX));
    }

    /** Decides about the outreach alone. */
    public Decision outreach(Candidate candidate, MemberContext member, Instant now) {
        var refusal = notWorthSaying(candidate, member, now);
        if (refusal.isPresent()) {
            return new Skip(refusal.get());
        }
        var ladder = candidate.template().ladder();
        var open = ladder.stream().filter(c -> refusal(candidate, c, member).isEmpty()).findFirst();
        return open.map(channel -> whenOpen(candidate, channel, member, now))
                .orElseGet(() -> whenClosed(candidate, ladder.getFirst(), member, now));
    }

    private static Optional<Reason> notWorthSaying(
            Candidate candidate, MemberContext member, Instant now) {
        if (member.erased()) {
            return Optional.of(Reason.ERASED);
        }
        return now.isBefore(candidate.validUntil()) ? Optional.empty() : Optional.of(Reason.STALE);
    }

    private static Optional<Reason> refusal(
            Candidate candidate, Channel channel, MemberContext member) {
        var consent = consentRefusal(candidate, channel, member);
        if (consent.isPresent()) {
            return consent;
        }
        var suppressions = member.addresses().get(channel);
        if (suppressions == null) {
            return Optional.of(Reason.NO_CONTACT);
        }
        var purpose = candidate.template().messageClass().purpose();
        return suppressions.stream().anyMatch(s -> s.blocks(purpose))
                ? Optional.of(Reason.SUPPRESSED)
                : Optional.empty();
    }

    private static Optional<Reason> consentRefusal(
            Candidate candidate, Channel channel, MemberContext member) {
        var consents = member.consents();
        var messageClass = candidate.template().messageClass();
        var allowed =
                messageClass
                        .purpose()
                        .map(
                                purpose ->
                                        channel == Channel.INBOX
                                                        && messageClass == MessageClass.LOYALTY
                                                ? !consents.refused(purpose, channel)
                                                : consents.granted(purpose, channel))
                        .orElse(true);
        return allowed ? Optional.empty() : Optional.of(Reason.CONSENT);
    }

    private static Decision whenClosed(
            Candidate candidate, Channel preferred, MemberContext member, Instant now) {
        var reason = refusal(candidate, preferred, member).orElseThrow();
        var patience = candidate.occurredAt().plus(candidate.template().patience());
        var until = earlier(patience, candidate.validUntil());
        return now.isBefore(until) && mayStillOpen(candidate, preferred, member, reason)
                ? new Defer(until, reason)
                : new Skip(reason);
    }

    private static boolean mayStillOpen(
            Candidate candidate, Channel channel, MemberContext member, Reason reason) {
        var purpose = candidate.template().messageClass().purpose();
        var saidNo = purpose.filter(p -> member.consents().refused(p, channel)).isPresent();
        return reason != Reason.SUPPRESSED && !saidNo;
    }

    private Decision whenOpen(
            Candidate candidate, Channel channel, MemberContext member, Instant now) {
        return switch (candidate.template().messageClass()) {
            case TRANSACTIONAL -> new Send(channel);
            case LOYALTY, MARKETING -> capped(candidate, channel, member, now);
        };
    }

    private Decision capped(
            Candidate candidate, Channel channel, MemberContext member, Instant now) {
        var marketing = candidate.template().messageClass() == MessageClass.MARKETING;
        var free = cap.freeFrom(member.reservations(), marketing, now);
        if (!now.isBefore(free)) {
            return quiet(candidate, channel, member, now);
        }
        return !marketing && free.isBefore(candidate.validUntil())
                ? new Defer(free, Reason.CAP)
                : new Skip(Reason.CAP);
    }

    private Decision quiet(
            Candidate candidate, Channel channel, MemberContext member, Instant now) {
        var end = quietHours.endOfQuiet(now, member.zone());
        if (end.isEmpty()) {
            return new Send(channel);
        }
        var spreadOut = end.get().plus(share(candidate.id()));
        var release = spreadOut.isBefore(candidate.validUntil()) ? spreadOut : end.get();
        return release.isBefore(candidate.validUntil())
                ? new Defer(release, Reason.QUIET_HOURS)
                : new Skip(Reason.QUIET_HOURS);
    }

    /** The message's own place within the spread; the same each time it is asked for. */
    private Duration share(UUID id) {
        var seconds = spread.toSeconds();
        return seconds == 0
                ? Duration.ZERO
                : Duration.ofSeconds(Math.floorMod(id.getLeastSignificantBits(), seconds));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
