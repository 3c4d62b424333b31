package dev.cairn.ledger.hold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.account.Taken;
import dev.cairn.ledger.award.Book;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.DeadLots;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** A member's books with holds; besides the books' own checks, each hold must resolve once. */
final class HoldBook {
    private final Book book = new Book();
    private final List<Hold> holds = new ArrayList<>();
    private final Currency currency;
    private Instant now = Book.START;

    HoldBook() {
        this(new DeadLots.StayDead());
    }

    HoldBook(DeadLots deadLots) {
        this.currency =
                new Currency(
                        "points",
                        null,
                        ZoneOffset.UTC,
                        null,
                        null,
                        null,
                        deadLots,
                        null,
                        null,
                        null,
                        null,
                        null);
    }

    Book book() {
        return book;
    }

    Hold hold(int which) {
        return holds.get(which);
    }

    int holds() {
        return holds.size();
    }

    /** Time passes; what is overdue lapses, as the sweep does it. */
    void passUntil(Instant instant) {
        holds.stream()
                .filter(hold -> hold.overdueAt(instant))
                .sorted(Comparator.comparing(Hold::lapsesAt).thenComparing(Hold::id))
                .toList()
                .forEach(this::lapse);
        now = instant;
        book.passUntil(now);
    }

    private void lapse(Hold hold) {
        book.passUntil(hold.lapsesAt());
        change(
                holds.indexOf(hold),
                (account, h) ->
                        HoldAlgebra.release(
                                account,
                                currency,
                                h,
                                uses(h, LotUse.Kind.HELD),
                                Hold.Status.LAPSED,
                                h.lapsesAt(),
                                h.lapsesAt()));
    }

    Optional<HoldOutcome.Refused> place(long points, Instant lapsesAt) {
        var hold =
                new Hold(
                        new BusinessKey("test:" + holds.size()).id(),
                        AccountId.of("m-1"),
                        points,
                        0,
                        0,
                        0,
                        Hold.Status.HELD,
                        "pos:shop",
                        now,
                        lapsesAt,
                        lapsesAt,
                        null,
                        "order",
                        null,
                        null);
        var refused = new ArrayList<HoldOutcome.Refused>();
        book.change(
                account ->
                        HoldChecks.placing(account, points)
                                .ifPresentOrElse(
                                        refused::add,
                                        () -> holds.add(HoldAlgebra.place(account, hold))));
        check();
        return refused.stream().findFirst();
    }

    Optional<HoldOutcome.Refused> capture(int which, long points, boolean keepRest) {
        var hold = holds.get(which);
        var refused = HoldChecks.capturing(hold, points, keepRest);
        if (refused.isEmpty()) {
            change(
                    which,
                    (account, h) ->
                            HoldAlgebra.capture(
                                    account,
                                    currency,
                                    h,
                                    uses(h, LotUse.Kind.HELD),
                                    points,
                                    keepRest,
                                    now));
        }
        return refused;
    }

    Optional<HoldOutcome.Refused> release(int which) {
        var refused = HoldChecks.open(holds.get(which));
        if (refused.isEmpty()) {
            change(
                    which,
                    (account, h) ->
                            HoldAlgebra.release(
                                    account,
                                    currency,
                                    h,
                                    uses(h, LotUse.Kind.HELD),
                                    Hold.Status.VOIDED,
                                    now,
                                    now));
        }
        return refused;
    }

    boolean refund(int which, long points) {
        if (points == 0 || points > holds.get(which).refundable()) {
            return false;
        }
        change(
                which,
                (account, h) ->
                        HoldAlgebra.refund(
                                account,
                                currency,
                                h,
                                new Taken(uses(h, LotUse.Kind.REDEEMED), List.of()),
                                points,
                                RefundReason.OTHER,
                                now));
        return true;
    }

    /** What is left of each award's lot, and how much of it is reserved. */
    Map<String, String> left(String... awards) {
        var left = new HashMap<String, String>();
        for (var award : awards) {
            var lot = book.lot(award);
            left.put(award, lot.remaining() + " left, " + lot.held() + " held");
        }
        return left;
    }

    private void change(int which, BiFunction<Account, Hold, Hold> work) {
        book.change(account -> holds.set(which, work.apply(account, holds.get(which))));
        check();
    }

    private List<LotUse> uses(Hold hold, LotUse.Kind kind) {
        var net = new HashMap<UUID, Long>();
        book.journal().stream()
                .filter(p -> p.subject() instanceof Subject.Hold h && h.holdId().equals(hold.id()))
                .flatMap(p -> p.uses().stream())
                .filter(use -> use.kind() == kind)
                .forEach(use -> net.merge(use.lotId(), use.amount(), Long::sum));
        return net.entrySet().stream()
                .filter(use -> use.getValue() != 0)
                .map(use -> new LotUse(use.getKey(), kind, use.getValue()))
                .toList();
    }

    private void check() {
        assertThat(book.balance().held()).isEqualTo(holds.stream().mapToLong(Hold::held).sum());
        for (var hold : holds) {
            assertThat(sum(hold, LotUse.Kind.HELD)).isEqualTo(hold.held());
            assertThat(sum(hold, LotUse.Kind.REDEEMED)).isEqualTo(hold.refundable());
            assertThat(posted(hold, PostingKind.HELD)).isEqualTo(hold.points());
            assertThat(posted(hold, PostingKind.HOLD_CAPTURED)).isEqualTo(hold.captured());
            assertThat(posted(hold, PostingKind.HOLD_RELEASED)).isEqualTo(hold.released());
            assertThat(posted(hold, PostingKind.REDEMPTION_CANCELLED)).isEqualTo(hold.refunded());
        }
    }

    private long sum(Hold hold, LotUse.Kind kind) {
        return uses(hold, kind).stream().mapToLong(LotUse::amount).sum();
    }

    private long posted(Hold hold, PostingKind kind) {
        return book.journal().stream()
                .filter(p -> p.subject() instanceof Subject.Hold h && h.holdId().equals(hold.id()))
                .filter(p -> p.kind() == kind)
                .mapToLong(p -> p.points())
                .sum();
    }
}
