package dev.cairn.ledger.hold;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.AnswerOnce;
import dev.cairn.ledger.Reply;
import dev.cairn.ledger.account.BusinessKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Answers each of a shop's wishes once and for all: a refused wish stays refused. */
@ApplicationScoped
class HoldDesk {
    private final AnswerOnce once;
    private final PlaceHold placeHold;
    private final ChangeHold changeHold;

    HoldDesk(AnswerOnce once, PlaceHold placeHold, ChangeHold changeHold) {
        this.once = once;
        this.placeHold = placeHold;
        this.changeHold = changeHold;
    }

    /** Who asks, under which key. */
    record Asker(String callerId, String clientId, IdempotencyKey key) {
        /** Holds belong to the client, whichever of its tokens placed them. */
        String placedBy() {
            return HoldDesk.placedBy(clientId);
        }
    }

    /** All that makes two wishes the same. */
    private record Wish(String what, UUID hold, Object details) {}

    /** The owner of holds that a shop's client places. */
    static String placedBy(String clientId) {
        return HoldOwner.shop(clientId);
    }

    Answer place(Asker asker, HoldRequest request) {
        positive(request.lapseAfter());
        var caller = asker.callerId();
        var name =
                new BusinessKey(
                        "hold:" + caller.length() + ":" + caller + ":" + asker.key().value());
        var order =
                new PlaceHold.Order(
                        name,
                        request.account(),
                        request.points(),
                        request.lapseAfter(),
                        asker.placedBy(),
                        request.reference(),
                        request.title(),
                        null);
        return once(
                asker,
                new Wish("hold", null, request),
                201,
                tx -> Optional.of(placeHold.place(tx, order)));
    }

    Answer extend(Asker asker, UUID id, HoldRequest.Extension extension) {
        positive(extension.lapseAfter());
        return once(
                asker,
                new Wish("hold-extension", id, extension),
                200,
                tx -> changeHold.extend(tx, id, asker.placedBy(), extension.lapseAfter()));
    }

    Answer capture(Asker asker, UUID id, HoldRequest.Capture capture) {
        return once(
                asker,
                new Wish("hold-capture", id, capture),
                200,
                tx ->
                        changeHold.capture(
                                tx, id, asker.placedBy(), capture::of, capture.keepsRest()));
    }

    Answer release(Asker asker, UUID id) {
        return once(
                asker,
                new Wish("hold-void", id, null),
                200,
                tx -> changeHold.release(tx, id, asker.placedBy()));
    }

    Answer refund(Asker asker, UUID id, HoldRequest.Refund refund) {
        return once(
                asker,
                new Wish("hold-refund", id, refund),
                200,
                tx ->
                        changeHold.refund(
                                tx, id, asker.placedBy(), refund.why(), hold -> refund.points()));
    }

    private Answer once(
            Asker asker, Wish wish, int status, Function<Tx, Optional<HoldOutcome>> work) {
        return once.answer(
                asker.callerId(),
                asker.key(),
                wish,
                tx ->
                        work.apply(tx)
                                .map(outcome -> answer(outcome, status))
                                .orElseGet(() -> Reply.refused(notFound())));
    }

    private static Answer answer(HoldOutcome outcome, int status) {
        return switch (outcome) {
            case HoldOutcome.Done done -> Answer.of(status, HoldView.of(done.hold()));
            case HoldOutcome.Refused refused -> Reply.refused(HoldProblems.of(refused));
        };
    }

    private static void positive(Duration lapseAfter) {
        if (lapseAfter != null && !lapseAfter.isPositive()) {
            throw Problem.of(KitProblem.INVALID_REQUEST, "lapseAfter must be a positive duration.")
                    .with("field", "lapseAfter");
        }
    }

    static Problem notFound() {
        return Problem.of(KitProblem.NOT_FOUND, "There is no such hold.");
    }
}
