package dev.cairn.ledger.redemption;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.AnswerOnce;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.quote.Money;
import dev.cairn.ledger.redemption.HistoryStore.Refund;
import dev.cairn.ledger.redemption.Redemption.Status;
import dev.cairn.ledger.redemption.UndoRedemption.Opened;
import dev.cairn.ledger.redemption.UndoRedemption.Order;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Gives a part of a payment back, once per key, until nothing is left of it. */
@ApplicationScoped
class RefundDesk {
    private final AnswerOnce once;
    private final RedemptionStore redemptions;
    private final HistoryStore history;
    private final UndoRedemption undo;
    private final CairnClock clock;

    RefundDesk(
            AnswerOnce once,
            RedemptionStore redemptions,
            HistoryStore history,
            UndoRedemption undo,
            CairnClock clock) {
        this.once = once;
        this.redemptions = redemptions;
        this.history = history;
        this.undo = undo;
        this.clock = clock;
    }

    /** Who wants it back, under which key. */
    record Caller(String id, String client, IdempotencyKey key) {
        private BusinessKey name() {
            return new BusinessKey(
                    "redemption-refund:" + id.length() + ":" + id + ":" + key.value());
        }
    }

    private record Wish(String what, UUID redemption, long points) {}

    Answer answer(Caller caller, UUID id, RefundRequest request) {
        var wish = new Wish("redemption-refund", id, request.points());
        return once.answer(
                caller.id(), caller.key(), wish, tx -> answer(tx, caller, id, request.points()));
    }

    private Answer answer(Tx tx, Caller caller, UUID id, long points) {
        var found = redemptions.find(tx, id);
        if (found.isEmpty()) {
            return Reply.refused(Problem.of(KitProblem.NOT_FOUND, "There is no such redemption."));
        }
        if (found.get().money() == null) {
            return Reply.refused(noPayment(found.get().asOf(clock.instant())));
        }
        var now = clock.instant();
        var opened = undo.open(tx, found.get(), now);
        var refundable = opened.redemption().refundable();
        var answer =
                points > refundable
                        ? Reply.refused(tooMuch(refundable, points))
                        : refund(tx, caller, opened, points, now);
        undo.save(tx, opened, now);
        return answer;
    }

    private Answer refund(Tx tx, Caller caller, Opened opened, long points, Instant now) {
        var before = opened.redemption();
        var name = caller.name();
        var order = new Order(name, points, "A part of the payment came back.", caller.client());
        var after = undo.giveBack(tx, opened, order, now);
        var money = money(before, after);
        history.add(
                tx, new Refund(name.id(), after.id(), points, money.minor(), now, caller.client()));
        return Answer.of(
                201,
                new RefundReceipt(
                        name.id(),
                        after.id(),
                        points,
                        money,
                        after.refundable(),
                        after.status(),
                        opened.account().balance().visible(),
                        now));
    }

    /** The refunds of a payment add up to its money, however they are cut. */
    private static Money money(Redemption before, Redemption after) {
        var all = before.money();
        var minor =
                all.of(after.refunded(), after.points())
                        - all.of(before.refunded(), after.points());
        return new Money(minor, all.currency(), all.rate());
    }

    private static Problem tooMuch(long refundable, long points) {
        return Problem.of(
                        LedgerProblem.REFUND_EXCEEDS_CAPTURE,
                        "%d points can still go back.".formatted(refundable))
                .with("refundable", refundable)
                .with("missing", points - refundable);
    }

    private static Problem noPayment(Redemption redemption) {
        if (redemption.state() == Status.RESERVED) {
            return StillReserved.of(redemption);
        }
        return Problem.of(
                        LedgerProblem.STEP_NOT_POSSIBLE,
                        "Only payments go back in part; this can be cancelled.")
                .with("state", redemption.status());
    }
}
