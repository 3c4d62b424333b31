package dev.cairn.notify.delivery;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.notify.decision.Decision;
import dev.cairn.notify.decision.Decision.Defer;
import dev.cairn.notify.decision.Decision.Send;
import dev.cairn.notify.decision.Decision.Skip;
import dev.cairn.notify.decision.FrequencyCap;
import dev.cairn.notify.decision.QuietHours;
import dev.cairn.notify.decision.Reason;
import dev.cairn.notify.decision.Reservation;
import dev.cairn.notify.decision.SendPolicy;
import dev.cairn.notify.inbox.InboxStore;
import dev.cairn.notify.template.MessageClass;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides what is due, in one transaction that reads consents and suppressions as they are now,
 * takes the slots of the frequency cap, and notes what is being handed over before any channel
 * hears of it.
 */
@ApplicationScoped
public class DecideDue {
    /** Small enough to hold members' locks briefly, large enough to share a commit. */
    private static final int AT_ONCE = 100;

    private final Database database;
    private final MessageStore messages;
    private final Reachability reachability;
    private final InboxStore inbox;
    private final LetterWriter writer;
    private final RoundStore rounds;
    private final SendPolicy policy;

    public DecideDue(
            Database database,
            MessageStore messages,
            Reachability reachability,
            InboxStore inbox,
            LetterWriter writer,
            RoundStore rounds,
            SendConfig config) {
        this.database = database;
        this.messages = messages;
        this.reachability = reachability;
        this.inbox = inbox;
        this.writer = writer;
        this.rounds = rounds;
        this.policy = policy(config);
    }

    private static SendPolicy policy(SendConfig config) {
        var quiet = config.quietHours();
        var cap = config.cap();
        return new SendPolicy(
                new QuietHours(quiet.from(), quiet.to()),
                new FrequencyCap(cap.all(), cap.marketing(), cap.window()),
                quiet.spread());
    }

    /** How many messages were decided, and the letters that have to be handed over now. */
    record Decided(int messages, List<Outgoing> letters) {}

    Decided run(Instant now) {
        return database.inTransaction(tx -> decide(tx, now));
    }

    private Decided decide(Tx tx, Instant now) {
        var due = messages.lockDue(tx, now, AT_ONCE);
        if (due.isEmpty()) {
            return new Decided(0, List.of());
        }
        var ids = due.stream().map(Waiting::memberId).collect(Collectors.toSet());
        var members = reachability.lock(tx, ids, now);
        var round = new Round(now);
        var letters = new ArrayList<Outgoing>();
        for (var message : due) {
            one(tx, message, members.get(message.memberId()), round, now).ifPresent(letters::add);
        }
        rounds.write(tx, round);
        return new Decided(due.size(), letters);
    }

    private Optional<Outgoing> one(
            Tx tx, Waiting message, Reachability.Known member, Round round, Instant now) {
        try {
            var plan = policy.decide(message.candidate(), member.contextFor(message), now);
            var inboxSent = inbox(tx, message, plan.inbox(), member, round, now);
            return outreach(message, inboxSent, plan.outreach(), member, round, now);
        } catch (IllegalArgumentException e) {
            // One message without words must not stop the others.
            Log.errorf(e, "a message has no words: message=%s", message.candidate().id());
            round.skip(message, message.inboxSent(), Reason.WORDING);
            return Optional.empty();
        }
    }

    /** Whether the inbox has the message after this. */
    private boolean inbox(
            Tx tx,
            Waiting message,
            Decision decision,
            Reachability.Known member,
            Round round,
            Instant now) {
        if (!message.inboxOpen() || decision instanceof Defer) {
            return message.inboxSent();
        }
        if (decision instanceof Skip(var reason)) {
            round.notInInbox(reason);
            return false;
        }
        var about = message.candidate();
        var words = writer.inbox(about, member);
        var template = about.template().id();
        inbox.add(tx, about.memberId(), about.id(), template, words.subject(), words.inbox(), now);
        round.inInbox(message);
        return true;
    }

    private Optional<Outgoing> outreach(
            Waiting message,
            boolean inboxSent,
            Decision decision,
            Reachability.Known member,
            Round round,
            Instant now) {
        switch (decision) {
            case Send(var channel) -> {
                var letter = writer.letter(message, inboxSent, member, channel);
                round.sending(message, inboxSent, channel, slot(message, member, now));
                return Optional.of(letter);
            }
            case Defer(var until, var reason) ->
                    round.defer(message, inboxSent, message.preferred(), until, reason);
            case Skip(var reason) -> round.skip(message, inboxSent, reason);
        }
        return Optional.empty();
    }

    private static Optional<CapStore.Slot> slot(
            Waiting message, Reachability.Known member, Instant now) {
        var about = message.candidate();
        var messageClass = about.template().messageClass();
        if (messageClass == MessageClass.TRANSACTIONAL) {
            return Optional.empty();
        }
        var reservation = new Reservation(now, messageClass == MessageClass.MARKETING);
        var slot = new CapStore.Slot(about.id(), about.memberId(), reservation);
        member.slots().add(slot);
        return Optional.of(slot);
    }
}
