package dev.cairn.ledger.partner;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.BusinessKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Tells a partner what a purchase costs in points, or what points are worth there. */
@ApplicationScoped
class QuotePoints {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final long MOST = 1_000_000_000_000L;

    private final QuoteStore quotes;
    private final MemberCodeStore codes;
    private final CairnClock clock;

    QuotePoints(QuoteStore quotes, MemberCodeStore codes, CairnClock clock) {
        this.quotes = quotes;
        this.codes = codes;
        this.clock = clock;
    }

    /** What became of the wish. */
    sealed interface Outcome {
        record Quoted(Quote quote) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}
    }

    /** The price; the member's code is used up by it. */
    Outcome quote(Tx tx, Partner partner, BusinessKey key, PartnerWish.ForQuote wish) {
        var now = clock.instant();
        var rate = partner.rateAt(now);
        if (!partner.active() || rate.isEmpty()) {
            return new Outcome.Refused(inactive());
        }
        var points = points(wish, rate.get());
        var amount = amount(wish, rate.get());
        if (amount < 1 || points > MOST) {
            return new Outcome.Refused(
                    Problem.of(KitProblem.INVALID_REQUEST, "The quote would be out of range.")
                            .with("points", points)
                            .with("amountMinor", amount));
        }
        return codes.use(tx, wish.code(), now)
                .map(member -> new AccountId(member, partner.currency()))
                .<Outcome>map(
                        id -> {
                            var quote = quote(partner, key, id, points, amount, rate.get(), now);
                            quotes.insert(tx, quote);
                            return new Outcome.Quoted(quote);
                        })
                .orElseGet(
                        () ->
                                new Outcome.Refused(
                                        Problem.of(
                                                LedgerProblem.MEMBER_CODE_INVALID,
                                                "The member has to draw a new code.")));
    }

    static Problem inactive() {
        return Problem.of(
                LedgerProblem.PARTNER_INACTIVE, "Nothing new can be paid with points here.");
    }

    private static long points(PartnerWish.ForQuote wish, Rate rate) {
        return wish.points() == null ? Worth.pointsFor(wish.amountMinor(), rate) : wish.points();
    }

    private static long amount(PartnerWish.ForQuote wish, Rate rate) {
        return wish.amountMinor() == null
                ? Worth.amountFor(wish.points(), rate)
                : wish.amountMinor();
    }

    private static Quote quote(
            Partner partner,
            BusinessKey key,
            AccountId account,
            long points,
            long amount,
            Rate rate,
            Instant now) {
        return new Quote(
                key.id(),
                partner.id(),
                account,
                points,
                amount,
                partner.moneyCurrency(),
                rate.version(),
                now,
                now.plus(LIFE),
                null);
    }
}
