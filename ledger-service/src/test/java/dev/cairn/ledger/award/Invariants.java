package dev.cairn.ledger.award;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.Balance;
import dev.cairn.ledger.account.Entry;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What must be true of an account after every change. Outside of one account's books, the proof and
 * the tests of consumers and resources look after the rest: that each event is posted once or set
 * aside, that refusals stay, and that each posting is told once.
 */
final class Invariants {
    private final Balance balance;
    private final List<Posting> journal;
    private final Collection<Lot> lots;

    private Invariants(Balance balance, List<Posting> journal, Collection<Lot> lots) {
        this.balance = balance;
        this.journal = journal;
        this.lots = lots;
    }

    static void hold(
            Balance balance,
            List<Posting> journal,
            Collection<Lot> lots,
            Collection<Register> registers) {
        var books = new Invariants(balance, journal, lots);
        books.postingsSumToZeroAndMoveWhatTheySay();
        books.balanceEqualsEntries();
        books.balanceEqualsLots();
        books.statesSumToAllThatCame();
        books.lotsLostWhatWasUsed();
        books.balancesAfterFormAChainWithoutGap();
        books.nothingIsNegative();
        books.noLotLosesMoreThanItHad();
        books.cancelledRedemptionsGoBackToTheirLots();
        books.everyEffectHappensOnce();
        registers.forEach(books::registerEqualsPostings);
    }

    private void postingsSumToZeroAndMoveWhatTheySay() {
        for (var posting : journal) {
            var amounts = posting.entries().stream().map(Entry::amount).toList();
            assertThat(amounts).isNotEmpty().doesNotContain(0L);
            assertThat(amounts.stream().mapToLong(a -> a).sum()).as("%s", posting).isZero();
            assertThat(amounts.stream().mapToLong(a -> a).filter(a -> a > 0).sum())
                    .as("%s", posting)
                    .isEqualTo(posting.points());
        }
    }

    private void balanceEqualsEntries() {
        assertThat(balance.active()).isEqualTo(sum(Pot.ACTIVE));
        assertThat(balance.pending()).isEqualTo(sum(Pot.PENDING));
        assertThat(balance.held()).isEqualTo(sum(Pot.HELD));
        assertThat(balance.arrears()).isEqualTo(-sum(Pot.ARREARS));
        assertThat(balance.spent()).isEqualTo(sum(Pot.REDEEMED));
        assertThat(balance.expired()).isEqualTo(sum(Pot.EXPIRED));
        assertThat(balance.reversed()).isEqualTo(sum(Pot.REVERSED));
        assertThat(balance.lifetimeEarned()).isEqualTo(-sum(Pot.ISSUED));
        assertThat(balance.writtenOff()).isEqualTo(-sum(Pot.WRITTEN_OFF));
        assertThat(balance.adjusted()).isEqualTo(-sum(Pot.ADJUSTED));
        assertThat(balance.transferred()).isEqualTo(-sum(Pot.TRANSFERRED));
        assertThat(balance.converted()).isEqualTo(-sum(Pot.CONVERTED));
    }

    /** What runs out on some day and what never does add up to what can be spent. */
    private void balanceEqualsLots() {
        var waiting = lots.stream().filter(Lot::pending).mapToLong(Lot::remaining).sum();
        var free = lots.stream().filter(lot -> !lot.pending()).mapToLong(Lot::free).sum();
        assertThat(waiting).isEqualTo(balance.pending());
        assertThat(free).isEqualTo(balance.active());
        assertThat(lots.stream().mapToLong(Lot::held).sum()).isEqualTo(balance.held());
        assertThat(lots.stream().mapToLong(Lot::expired).sum()).isEqualTo(balance.expired());
    }

    /** All that came is somewhere: with the member, gone to something, or taken back. */
    private void statesSumToAllThatCame() {
        assertThat(
                        balance.lifetimeEarned()
                                + balance.writtenOff()
                                + balance.adjusted()
                                + balance.transferred()
                                + balance.converted())
                .isEqualTo(
                        balance.active()
                                + balance.pending()
                                + balance.held()
                                - balance.arrears()
                                + balance.spent()
                                + balance.expired()
                                + balance.reversed());
    }

    private void lotsLostWhatWasUsed() {
        for (var lot : lots) {
            var left = uses(lot).filter(Invariants::leavesTheLot).mapToLong(LotUse::amount).sum();
            assertThat(lot.earned() - lot.remaining()).as("%s", lot).isEqualTo(left);
            if (lot.source() != LotSource.AWARD) {
                assertThat(lot.earned()).isEqualTo(-used(lot, LotUse.Kind.RECEIVED));
            }
            assertThat(lot.held()).isEqualTo(used(lot, LotUse.Kind.HELD));
            assertThat(lot.expired()).isEqualTo(used(lot, LotUse.Kind.EXPIRED));
        }
    }

    private void balancesAfterFormAChainWithoutGap() {
        var running = 0L;
        var version = 0L;
        for (var posting : journal) {
            running +=
                    posting.entries().stream()
                            .filter(e -> e.pot() == Pot.ACTIVE || e.pot() == Pot.ARREARS)
                            .mapToLong(Entry::amount)
                            .sum();
            assertThat(posting.balanceAfter()).isEqualTo(running);
            assertThat(posting.version()).isEqualTo(++version);
        }
        assertThat(balance.version()).isEqualTo(version);
        assertThat(balance.visible()).isEqualTo(running);
    }

    private void nothingIsNegative() {
        assertThat(balance.active() == 0 || balance.arrears() == 0).isTrue();
        assertThat(balance.spent()).isNotNegative();
        assertThat(balance.expired()).isNotNegative();
        assertThat(balance.writtenOff()).isNotNegative();
    }

    private void noLotLosesMoreThanItHad() {
        for (var lot : lots) {
            assertThat(lot.expired()).isBetween(0L, lot.earned() - lot.remaining());
            assertThat(lot.held()).isBetween(0L, lot.remaining());
        }
    }

    private void cancelledRedemptionsGoBackToTheirLots() {
        for (var lot : lots) {
            assertThat(used(lot, LotUse.Kind.REDEEMED)).isBetween(0L, lot.earned());
        }
        assertThat(lots.stream().mapToLong(lot -> used(lot, LotUse.Kind.REDEEMED)).sum())
                .isEqualTo(balance.spent());
    }

    private void everyEffectHappensOnce() {
        assertThat(new HashSet<>(journal.stream().map(Posting::id).toList()))
                .hasSize(journal.size());
    }

    private void registerEqualsPostings(Register register) {
        var paid =
                journal.stream()
                        .filter(p -> p.key().endsWith(":" + register.awardId()))
                        .mapToLong(Invariants::paid)
                        .sum();
        assertThat(register.paid()).as("%s", register).isEqualTo(paid);
    }

    private static long paid(Posting posting) {
        var counts = posting.kind() == PostingKind.EARNED || posting.kind() == PostingKind.REVERSED;
        return counts ? posting.kind().sign() * posting.points() : 0;
    }

    private static boolean leavesTheLot(LotUse use) {
        return use.kind() != LotUse.Kind.HELD && use.kind() != LotUse.Kind.RECEIVED;
    }

    private long used(Lot lot, LotUse.Kind kind) {
        return uses(lot).filter(use -> use.kind() == kind).mapToLong(LotUse::amount).sum();
    }

    private Stream<LotUse> uses(Lot lot) {
        return journal.stream()
                .flatMap(p -> p.uses().stream())
                .filter(use -> use.lotId().equals(lot.id()));
    }

    private long sum(Pot pot) {
        return journal.stream()
                .flatMap(p -> p.entries().stream())
                .filter(entry -> entry.pot() == pot)
                .mapToLong(Entry::amount)
                .sum();
    }
}
