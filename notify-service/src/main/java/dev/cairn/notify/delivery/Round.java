package dev.cairn.notify.delivery;

import dev.cairn.contracts.MessageEvent;
import dev.cairn.contracts.MessageEvent.MessageDeferred;
import dev.cairn.contracts.MessageEvent.MessageFailed;
import dev.cairn.contracts.MessageEvent.MessageSent;
import dev.cairn.contracts.MessageEvent.MessageSkipped;
import dev.cairn.kit.event.Cause;
import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.decision.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one transaction does to messages: moves, slots of the cap, what others hear of it, and what
 * is counted.
 */
final class Round {
    private final List<Move> moves = new ArrayList<>();
    private final List<CapStore.Slot> taken = new ArrayList<>();
    private final List<UUID> released = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Leg> legs = new ArrayList<>();
    private final Instant now;

    record Told(Cause cause, MessageEvent event) {}

    Round(Instant now) {
        this.now = now;
    }

    /** The inbox has the message. */
    void inInbox(Waiting message) {
        legs.add(new Leg(Channel.INBOX, Outcome.SENT, Optional.empty()));
        tell(message, sentEvent(message, Channel.INBOX));
    }

    /** The inbox never gets the message. */
    void notInInbox(Reason reason) {
        legs.add(new Leg(Channel.INBOX, Outcome.SKIPPED, Optional.of(reason)));
    }

    /** The message is being handed over, and takes a slot if its kind is limited. */
    void sending(
            Waiting message, boolean inboxSent, Channel channel, Optional<CapStore.Slot> slot) {
        slot.ifPresent(taken::add);
        move(message, inboxSent, Move.SENDING, Optional.of(Reason.SENDING), channel, now);
    }

    /** The channel has the message. */
    void sent(Waiting message, boolean inboxSent, Channel channel) {
        legs.add(new Leg(channel, Outcome.SENT, Optional.empty()));
        move(message, inboxSent, Move.SENT, Optional.empty(), channel, now);
        tell(message, sentEvent(message, channel));
    }

    /** The message waits. It keeps its slot only for another attempt of the same handover. */
    void defer(Waiting message, boolean inboxSent, Channel channel, Instant until, Reason reason) {
        if (reason != Reason.RETRY) {
            release(message);
        }
        legs.add(new Leg(channel, Outcome.DEFERRED, Optional.of(reason)));
        move(message, inboxSent, Move.WAITING, Optional.of(reason), channel, until);
        var about = message.candidate();
        tell(
                message,
                new MessageDeferred(
                        about.id().toString(),
                        about.memberId(),
                        about.template().id(),
                        reason.text(),
                        until,
                        now));
    }

    /** The message is never handed to a channel; if no inbox has it either, it is skipped. */
    void skip(Waiting message, boolean inboxSent, Reason reason) {
        release(message);
        legs.add(new Leg(message.preferred(), Outcome.SKIPPED, Optional.of(reason)));
        move(message, inboxSent, Move.SKIPPED, Optional.of(reason), null, now);
        if (!inboxSent) {
            var about = message.candidate();
            tell(
                    message,
                    new MessageSkipped(
                            about.id().toString(),
                            about.memberId(),
                            about.template().id(),
                            reason.text(),
                            now));
        }
    }

    /** The channel will not take the message. Its slot comes back only if nobody can have it. */
    void fail(Waiting message, boolean inboxSent, Channel channel, Reason reason) {
        if (reason != Reason.OUTCOME_UNKNOWN) {
            release(message);
        }
        legs.add(new Leg(channel, Outcome.FAILED, Optional.of(reason)));
        move(message, inboxSent, Move.FAILED, Optional.of(reason), channel, now);
        var about = message.candidate();
        tell(
                message,
                new MessageFailed(
                        about.id().toString(),
                        about.memberId(),
                        about.template().id(),
                        channel.text(),
                        reason.text(),
                        now));
    }

    List<Move> moves() {
        return moves;
    }

    List<CapStore.Slot> taken() {
        return taken;
    }

    List<UUID> released() {
        return released;
    }

    List<Told> told() {
        return told;
    }

    List<Leg> legs() {
        return legs;
    }

    private void move(
            Waiting message,
            boolean inboxSent,
            String outreach,
            Optional<Reason> reason,
            Channel channel,
            Instant dueAt) {
        var inbox = inboxSent ? Move.SENT : Move.SKIPPED;
        var id = message.candidate().id();
        moves.add(new Move(id, inbox, outreach, reason, Optional.ofNullable(channel), dueAt));
    }

    private void release(Waiting message) {
        if (message.attempts() > 0) {
            released.add(message.candidate().id());
        }
    }

    private void tell(Waiting message, MessageEvent event) {
        told.add(new Told(message.cause(), event));
    }

    private MessageSent sentEvent(Waiting message, Channel channel) {
        var about = message.candidate();
        return new MessageSent(
                about.id().toString(),
                about.memberId(),
                about.template().id(),
                channel.text(),
                now);
    }
}
