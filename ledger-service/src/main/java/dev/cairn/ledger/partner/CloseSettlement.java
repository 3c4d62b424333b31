package dev.cairn.ledger.partner;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.AnswerOnce;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.currency.Currencies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Closes the period since the last settlement. A line that was written late, while its day was
 * being closed, goes to the next one, so that none is lost and none counts twice.
 */
@ApplicationScoped
class CloseSettlement {
    private final AnswerOnce once;
    private final PartnerStore partners;
    private final SettlementStore store;
    private final Currencies currencies;
    private final CairnClock clock;

    CloseSettlement(
            AnswerOnce once,
            PartnerStore partners,
            SettlementStore store,
            Currencies currencies,
            CairnClock clock) {
        this.once = once;
        this.partners = partners;
        this.store = store;
        this.currencies = currencies;
        this.clock = clock;
    }

    private record Wish(String what, String partner, LocalDate to) {}

    /**
     * The new settlement, once for each key.
     *
     * @param end the day after its last; not after today
     * @throws Problem if the key was used with other content
     */
    Answer answer(String callerId, IdempotencyKey key, String partnerId, LocalDate end) {
        var wish = new Wish("settlement", partnerId, end);
        return once.answer(
                callerId, key, wish, tx -> Answer.of(201, close(tx, partner(tx, partnerId), end)));
    }

    private Partner partner(Tx tx, String id) {
        return partners.find(tx, id)
                .orElseThrow(
                        () ->
                                Problem.of(
                                        LedgerProblem.PARTNER_UNKNOWN,
                                        "There is no such partner."));
    }

    private Settlement close(Tx tx, Partner partner, LocalDate end) {
        partners.lock(tx, partner.id());
        var now = clock.instant();
        var last = store.list(tx, partner.id(), Long.MAX_VALUE, 1).stream().findFirst();
        var number = last.map(settlement -> settlement.number() + 1).orElse(1L);
        var first = last.map(Settlement::to).orElse(day(partner, partner.createdAt()));
        var today = day(partner, now);
        if (!end.isAfter(first) || end.isAfter(today)) {
            throw Problem.of(
                            KitProblem.INVALID_REQUEST,
                            "to must lie after what is settled, and not after today.")
                    .with("field", "to")
                    .with("after", first)
                    .with("latest", today);
        }
        var totals = store.take(tx, partner.id(), number, end);
        var settlement =
                new Settlement(
                        partner.id(),
                        number,
                        first,
                        end,
                        partner.currency(),
                        partner.moneyCurrency(),
                        totals.captures(),
                        totals.refunds(),
                        now);
        store.insert(tx, settlement);
        return settlement;
    }

    private LocalDate day(Partner partner, Instant instant) {
        var zone = currencies.rulesOf(partner.currency()).zone();
        return instant.atZone(zone).toLocalDate();
    }
}
