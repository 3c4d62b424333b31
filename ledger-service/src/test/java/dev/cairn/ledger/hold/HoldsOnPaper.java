package dev.cairn.ledger.hold;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.account.UsesOnPaper;
import dev.cairn.ledger.currency.Currency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets the conformance cases reserve points of one account without a database. */
public final class HoldsOnPaper {
    private final Map<UUID, Hold> holds = new LinkedHashMap<>();
    private final List<Posting> journal = new ArrayList<>();

    /** Remembers what happened to the account. */
    public void saw(List<Posting> postings) {
        journal.addAll(postings);
    }

    /** The instants at which holds lapse until then, in order. */
    public List<Instant> lapsesUntil(Instant now) {
        return holds.values().stream()
                .filter(hold -> hold.overdueAt(now))
                .map(Hold::lapsesAt)
                .distinct()
                .sorted()
                .toList();
    }

    /** Ends what lapses by this instant, to which the account is brought. */
    public void lapse(Account account, Currency currency, Instant now) {
        holds.values().stream()
                .filter(hold -> hold.overdueAt(now))
                .sorted(Comparator.comparing(Hold::lapsesAt))
                .toList()
                .forEach(hold -> end(account, currency, hold, Hold.Status.LAPSED, now));
    }

    private void end(Account account, Currency currency, Hold hold, Hold.Status how, Instant now) {
        keep(
                HoldAlgebra.release(
                        account, currency, hold, uses(hold, LotUse.Kind.HELD), how, now, now));
    }

    /**
     * Reserves points.
     *
     * @param reward that is reserved as well; null for none
     */
    public Optional<Problem> place(
            Account account,
            Currency currency,
            String id,
            String reward,
            long points,
            Instant until,
            Instant now) {
        var refused = HoldChecks.placing(account, points);
        if (refused.isEmpty()) {
            var hold =
                    new Hold(
                            id(id),
                            account.id(),
                            points,
                            0,
                            0,
                            0,
                            Hold.Status.HELD,
                            "shop",
                            now,
                            until,
                            now.plus(currency.holds().longest()),
                            null,
                            id,
                            null,
                            reward);
            keep(HoldAlgebra.place(account, hold));
        }
        return refused.map(HoldProblems::of);
    }

    public Optional<Problem> extend(Account account, Currency currency, String id, Instant until) {
        return unless(
                id,
                hold -> HoldChecks.extending(account, currency, hold, until),
                hold -> () -> hold.lastingUntil(until));
    }

    public Optional<Problem> capture(
            Account account, Currency currency, String id, long points, Instant now) {
        return unless(
                id,
                hold -> HoldChecks.capturing(hold, points, false),
                hold ->
                        () -> {
                            var reserved = uses(hold, LotUse.Kind.HELD);
                            return HoldAlgebra.capture(
                                    account, currency, hold, reserved, points, false, now);
                        });
    }

    public Optional<Problem> release(Account account, Currency currency, String id, Instant now) {
        var hold = holds.get(id(id));
        var refused = HoldChecks.open(hold);
        if (refused.isEmpty()) {
            end(account, currency, hold, Hold.Status.VOIDED, now);
        }
        return refused.map(HoldProblems::of);
    }

    public Optional<Problem> refund(
            Account account, Currency currency, String id, long points, Instant now) {
        return unless(
                id,
                hold -> HoldChecks.refunding(account, hold, points),
                hold ->
                        () -> {
                            var taken =
                                    UsesOnPaper.taken(
                                            account,
                                            journal,
                                            uses(hold, LotUse.Kind.REDEEMED),
                                            posting -> captures(posting, hold));
                            return HoldAlgebra.refund(
                                    account,
                                    currency,
                                    hold,
                                    taken,
                                    points,
                                    RefundReason.OTHER,
                                    now);
                        });
    }

    private Optional<Problem> unless(
            String id,
            Function<Hold, Optional<HoldOutcome.Refused>> check,
            Function<Hold, Supplier<Hold>> work) {
        var hold = holds.get(id(id));
        var refused = check.apply(hold);
        if (refused.isEmpty()) {
            keep(work.apply(hold).get());
        }
        return refused.map(HoldProblems::of);
    }

    /** What captured a hold, if anything has yet. */
    public Optional<Posting> captureOf(String id) {
        return journal.stream()
                .filter(posting -> about(posting, holds.get(id(id))))
                .filter(posting -> posting.kind() == PostingKind.HOLD_CAPTURED)
                .findFirst();
    }

    /** What the postings about a hold took from lots, net. */
    private List<LotUse> uses(Hold hold, LotUse.Kind kind) {
        var sums = new LinkedHashMap<UUID, Long>();
        journal.stream()
                .filter(posting -> about(posting, hold))
                .flatMap(posting -> posting.uses().stream())
                .filter(use -> use.kind() == kind)
                .forEach(use -> sums.merge(use.lotId(), use.amount(), Long::sum));
        return sums.entrySet().stream()
                .filter(lot -> lot.getValue() > 0)
                .map(lot -> new LotUse(lot.getKey(), kind, lot.getValue()))
                .toList();
    }

    private static boolean captures(Posting posting, Hold hold) {
        return posting.kind() == PostingKind.HOLD_CAPTURED && about(posting, hold);
    }

    private static boolean about(Posting posting, Hold hold) {
        return posting.subject() instanceof Subject.Hold subject
                && subject.holdId().equals(hold.id());
    }

    private void keep(Hold hold) {
        holds.put(hold.id(), hold);
    }

    private static UUID id(String name) {
        return new BusinessKey("hold:" + name).id();
    }
}
