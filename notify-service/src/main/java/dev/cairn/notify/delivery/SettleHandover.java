package dev.cairn.notify.delivery;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.notify.decision.Reason;
import dev.cairn.notify.delivery.Handover.Accepted;
import dev.cairn.notify.delivery.Handover.Busy;
import dev.cairn.notify.delivery.Handover.Refused;
import dev.cairn.notify.delivery.Handover.Unknown;
import dev.cairn.notify.member.MemberStore;
import dev.cairn.notify.suppression.SuppressionStore;
import dev.cairn.notify.template.MessageClass;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Notes what channels said. When nobody knows whether a message arrived, a marketing message is
 * given up (at most once), any other is sent again with the same message id (at least once).
 */
@ApplicationScoped
public class SettleHandover {
    private static final int AT_ONCE = 100;

    private final Database database;
    private final MessageStore messages;
    private final MemberStore members;
    private final SuppressionStore suppressions;
    private final RoundStore rounds;
    private final CairnClock clock;

    public SettleHandover(
            Database database,
            MessageStore messages,
            MemberStore members,
            SuppressionStore suppressions,
            RoundStore rounds,
            CairnClock clock) {
        this.database = database;
        this.messages = messages;
        this.members = members;
        this.suppressions = suppressions;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** A letter and what its channel said to it. */
    record Answered(Outgoing letter, Handover answer) {}

    void settle(List<Answered> answers) {
        if (!answers.isEmpty()) {
            database.transact(tx -> settle(tx, answers));
        }
    }

    private void settle(Tx tx, List<Answered> answers) {
        var ids = answers.stream().map(a -> a.letter().message().candidate().id()).toList();
        var open = messages.lockSending(tx, ids);
        members.lock(tx, answers.stream().map(a -> a.letter().message().memberId()).toList());
        var round = new Round(clock.instant());
        for (var answered : answers) {
            if (open.contains(answered.letter().message().candidate().id())) {
                one(tx, answered, round, clock.instant());
            }
        }
        rounds.write(tx, round);
    }

    private void one(Tx tx, Answered answered, Round round, Instant now) {
        var letter = answered.letter();
        var message = letter.message();
        switch (answered.answer()) {
            case Accepted() -> round.sent(message, letter.inboxSent(), letter.channel());
            case Refused(var suppression, var code) -> {
                var id = message.candidate().id();
                Log.infof("refused: message=%s code=%s", id, code);
                suppression.ifPresent(s -> suppressions.add(tx, letter.address(), s, id, now));
                var reason = suppression.isPresent() ? Reason.ADDRESS_DEAD : Reason.REFUSED;
                round.fail(afterAttempt(message), letter.inboxSent(), letter.channel(), reason);
            }
            case Busy() -> again(letter, round, now);
            case Unknown() -> {
                if (atMostOnce(message)) {
                    round.fail(
                            message, letter.inboxSent(), letter.channel(), Reason.OUTCOME_UNKNOWN);
                } else {
                    again(letter, round, now);
                }
            }
        }
    }

    private static void again(Outgoing letter, Round round, Instant now) {
        var message = afterAttempt(letter.message());
        var next = now.plus(Retries.delay(message.attempts()));
        if (next.isBefore(message.candidate().validUntil())) {
            round.defer(message, letter.inboxSent(), letter.channel(), next, Reason.RETRY);
        } else {
            var reason = Reason.RETRIES_EXHAUSTED;
            round.fail(message, letter.inboxSent(), letter.channel(), reason);
        }
    }

    /** Decides about letters whose sender went away; returns how many there were. */
    int resolveAbandoned(Instant now) {
        return database.inTransaction(
                tx -> {
                    var abandoned = messages.lockAbandoned(tx, AT_ONCE);
                    members.lock(tx, abandoned.stream().map(Waiting::memberId).toList());
                    var round = new Round(now);
                    abandoned.forEach(message -> resolve(message, round, now));
                    rounds.write(tx, round);
                    return abandoned.size();
                });
    }

    private static void resolve(Waiting message, Round round, Instant now) {
        Log.warnf("abandoned while sending: message=%s", message.candidate().id());
        var channel = message.preferred();
        if (atMostOnce(message)) {
            round.fail(message, message.inboxSent(), channel, Reason.OUTCOME_UNKNOWN);
        } else {
            round.defer(message, message.inboxSent(), channel, now, Reason.RETRY);
        }
    }

    private static boolean atMostOnce(Waiting message) {
        return message.candidate().template().messageClass() == MessageClass.MARKETING;
    }

    private static Waiting afterAttempt(Waiting message) {
        return new Waiting(
                message.candidate(),
                message.cause(),
                message.inboxOpen(),
                message.inboxSent(),
                message.attempts() + 1);
    }
}
