package dev.cairn.ledger.partner;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.hold.ChangeHold;
import dev.cairn.ledger.hold.Hold;
import dev.cairn.ledger.hold.HoldOutcome;
import dev.cairn.ledger.hold.HoldProblems;
import dev.cairn.ledger.hold.PlaceHold;
import dev.cairn.ledger.hold.RefundReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * Reserves, takes and gives back the points of a quote. Each capture and refund is a line for the
 * settlement, written in the same transaction. A partner that was switched off takes nothing new,
 * but ends what it began.
 */
@ApplicationScoped
class PayWithPoints {
    private final PlaceHold placeHold;
    private final ChangeHold changeHold;
    private final PartnerStore partners;
    private final QuoteStore quotes;
    private final LineStore lines;
    private final Currencies currencies;
    private final CairnClock clock;

    PayWithPoints(
            PlaceHold placeHold,
            ChangeHold changeHold,
            PartnerStore partners,
            QuoteStore quotes,
            LineStore lines,
            Currencies currencies,
            CairnClock clock) {
        this.placeHold = placeHold;
        this.changeHold = changeHold;
        this.partners = partners;
        this.quotes = quotes;
        this.lines = lines;
        this.currencies = currencies;
        this.clock = clock;
    }

    /** What became of the wish. */
    sealed interface Outcome {
        record Done(PartnerHold hold) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}
    }

    /** Makes the line that a capture or refund adds. */
    private interface Writing {
        Line line(Quote quote, Hold hold, long points, Instant now);
    }

    /** Reserves a quote's points; empty if the partner has no such quote. */
    Optional<Outcome> reserve(Tx tx, Partner partner, PartnerWish.ForHold wish) {
        return quotes.find(tx, wish.quote())
                .filter(quote -> quote.partnerId().equals(partner.id()))
                .map(quote -> reserve(tx, partner, quote, wish));
    }

    private Outcome reserve(Tx tx, Partner partner, Quote quote, PartnerWish.ForHold wish) {
        if (!partner.active()) {
            return new Outcome.Refused(QuotePoints.inactive());
        }
        var order =
                new PlaceHold.Order(
                        new BusinessKey("partner-hold:" + quote.id()),
                        quote.account(),
                        quote.points(),
                        wish.lapseAfter(),
                        partner.placedBy(),
                        wish.reference(),
                        partner.name(),
                        null);
        var outcome = placeHold.place(tx, order, () -> objection(tx, partner, quote.id()));
        if (outcome instanceof HoldOutcome.Done done) {
            quotes.use(tx, quote.id(), done.hold().id());
        }
        return answer(quote, outcome, null);
    }

    /** Why the quote cannot be used, asked while nobody else can use it. */
    private Optional<HoldOutcome.Refused> objection(Tx tx, Partner partner, UUID quoteId) {
        var quote = quotes.find(tx, quoteId).orElseThrow();
        var now = clock.instant();
        if (quote.holdId() != null) {
            return denied(
                    Problem.of(LedgerProblem.QUOTE_USED, "The quote led to a purchase before.")
                            .with("hold", quote.holdId()));
        }
        if (!quote.expiresAt().isAfter(now)) {
            return denied(
                    Problem.of(LedgerProblem.QUOTE_EXPIRED, "Ask for a new quote.")
                            .with("expiredAt", quote.expiresAt()));
        }
        return beyondBudget(tx, partner, quote, now);
    }

    private Optional<HoldOutcome.Refused> beyondBudget(
            Tx tx, Partner partner, Quote quote, Instant now) {
        if (partner.monthlyBudget() == null) {
            return Optional.empty();
        }
        partners.lock(tx, partner.id());
        var zone = currencies.require(partner.currency()).zone();
        var used = partners.used(tx, partner.id(), startOfMonth(now, zone), now);
        var available = Math.max(0, partner.monthlyBudget() - used);
        if (quote.points() <= available) {
            return Optional.empty();
        }
        return denied(
                Problem.of(LedgerProblem.PARTNER_LIMIT_REACHED, "The month's budget is used up.")
                        .with("limit", partner.monthlyBudget())
                        .with("used", used)
                        .with("required", quote.points())
                        .with("available", available)
                        .with("missing", quote.points() - available));
    }

    /** The first instant of the month, which is not midnight everywhere. */
    static Instant startOfMonth(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate().withDayOfMonth(1).atStartOfDay(zone).toInstant();
    }

    private static Optional<HoldOutcome.Refused> denied(Problem problem) {
        return Optional.of(new HoldOutcome.Denied(problem));
    }

    /** Takes points for good; empty if the partner has no such hold. */
    Optional<Outcome> capture(Tx tx, Partner partner, UUID id, PartnerWish.ForCapture wish) {
        return quotes.ofHold(tx, id)
                .flatMap(
                        quote ->
                                changeHold
                                        .capture(
                                                tx,
                                                id,
                                                partner.placedBy(),
                                                toCapture(quote, wish),
                                                wish.keepRest() != null && wish.keepRest())
                                        .map(done -> written(tx, quote, done, this::captured)));
    }

    /** Calls the purchase off; empty if the partner has no such hold. */
    Optional<Outcome> release(Tx tx, Partner partner, UUID id) {
        return quotes.ofHold(tx, id)
                .flatMap(
                        quote ->
                                changeHold
                                        .release(tx, id, partner.placedBy())
                                        .map(done -> answer(quote, done, null)));
    }

    /** Gives captured points back; empty if the partner has no such hold. */
    Optional<Outcome> refund(Tx tx, Partner partner, UUID id, PartnerWish.ForRefund wish) {
        return quotes.ofHold(tx, id)
                .flatMap(
                        quote ->
                                changeHold
                                        .refund(
                                                tx,
                                                id,
                                                partner.placedBy(),
                                                RefundReason.OTHER,
                                                toRefund(quote, wish))
                                        .map(done -> written(tx, quote, done, this::refunded)));
    }

    /** The purchase as it is; empty if the partner has no such hold. */
    Optional<PartnerHold> find(Tx tx, Partner partner, UUID id) {
        return quotes.ofHold(tx, id)
                .flatMap(
                        quote ->
                                changeHold
                                        .find(tx, id, partner.placedBy())
                                        .map(hold -> PartnerHold.of(quote, hold, null)));
    }

    private static ToLongFunction<Hold> toCapture(Quote quote, PartnerWish.ForCapture wish) {
        if (wish.points() != null) {
            return hold -> wish.points();
        }
        return wish.amountMinor() == null
                ? Hold::held
                : hold -> Worth.pointsToCapture(quote, hold.refundable(), wish.amountMinor());
    }

    private static ToLongFunction<Hold> toRefund(Quote quote, PartnerWish.ForRefund wish) {
        if (wish.points() != null) {
            return hold -> wish.points();
        }
        return wish.amountMinor() == null
                ? hold -> Math.max(1, hold.refundable())
                : hold -> Worth.pointsToRefund(quote, hold.refundable(), wish.amountMinor());
    }

    private Line captured(Quote quote, Hold hold, long points, Instant now) {
        var zone = currencies.rulesOf(hold.account().currency()).zone();
        return Line.ofCapture(quote, hold, points, zone, now);
    }

    private Line refunded(Quote quote, Hold hold, long points, Instant now) {
        var zone = currencies.rulesOf(hold.account().currency()).zone();
        return Line.ofRefund(quote, hold, points, zone, now);
    }

    private Outcome written(Tx tx, Quote quote, HoldOutcome outcome, Writing writing) {
        if (outcome instanceof HoldOutcome.Done done) {
            var line = writing.line(quote, done.hold(), done.points(), clock.instant());
            lines.insert(tx, line);
            return answer(quote, outcome, line);
        }
        return answer(quote, outcome, null);
    }

    private static Outcome answer(Quote quote, HoldOutcome outcome, Line line) {
        return switch (outcome) {
            case HoldOutcome.Done done ->
                    new Outcome.Done(PartnerHold.of(quote, done.hold(), line));
            case HoldOutcome.ExceedsCapture exceeds ->
                    new Outcome.Refused(
                            HoldProblems.of(exceeds)
                                    .with(
                                            "refundableMinor",
                                            Worth.ofPart(quote, exceeds.refundable())));
            case HoldOutcome.Refused refused -> new Outcome.Refused(HoldProblems.of(refused));
        };
    }
}
