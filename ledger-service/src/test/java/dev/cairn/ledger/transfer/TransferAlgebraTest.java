package dev.cairn.ledger.transfer;

import static dev.cairn.ledger.transfer.Ledgers.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotAllocator.Take;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.transfer.TransferAlgebra.Way;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TransferAlgebraTest {
    private final Ledgers ledgers = new Ledgers();

    private static Way way(Account from, Account to, int number) {
        var key = new BusinessKey("transfer:" + number);
        return new Way(from, to, key, Gift.Kind.GIFT, day(1));
    }

    private static Lot only(Account account) {
        assertThat(account.lots()).hasSize(1);
        return account.lots().iterator().next();
    }

    @Test
    void aTransferTakesWhatRunsOutFirstAndKeepsItsAge() {
        ledgers.grant("a", 50, day(0), null);
        var first = ledgers.grant("a", 30, day(-90), day(5));

        TransferAlgebra.give(way(ledgers.of("a"), ledgers.of("b"), 1), 20);

        var received = only(ledgers.of("b"));
        assertThat(received.earnedAt()).isEqualTo(day(-90));
        assertThat(received.expiresAt()).isEqualTo(day(5));
        assertThat(received.remaining()).isEqualTo(20);
        assertThat(ledgers.of("a").lot(first.id()).remaining()).isEqualTo(10);
        ledgers.check();
    }

    /** Gifts back and forth do not keep points alive. */
    @Test
    void pointsThatWentToAndFroRunOutWhenTheyWouldHave() {
        ledgers.grant("a", 100, day(-90), day(5));
        for (var i = 0; i < 4; i++) {
            var from = i % 2 == 0 ? "a" : "b";
            var to = i % 2 == 0 ? "b" : "a";
            TransferAlgebra.give(way(ledgers.of(from), ledgers.of(to), i), 100);
        }

        ledgers.pass(day(5));

        assertThat(ledgers.of("a").balance().expired()).isEqualTo(100);
        assertThat(ledgers.of("a").balance().active()).isZero();
        ledgers.check();
    }

    @Test
    void aReceiverThatOwesPaysFirst() {
        ledgers.grant("a", 100, day(0), null);
        ledgers.owe("b", 30);

        TransferAlgebra.give(way(ledgers.of("a"), ledgers.of("b"), 1), 100);

        assertThat(ledgers.of("b").balance().arrears()).isZero();
        assertThat(ledgers.of("b").balance().active()).isEqualTo(70);
        ledgers.check();
    }

    @Test
    void pointsThatWaitGoOnWaiting() {
        var lot = ledgers.grantPending("a", 40, day(10));
        var take = new Take(lot, 40);

        TransferAlgebra.move(way(ledgers.of("a"), ledgers.of("b"), 1), List.of(take));

        assertThat(ledgers.of("b").balance().pending()).isEqualTo(40);
        ledgers.check();
        ledgers.pass(day(10));
        assertThat(ledgers.of("b").balance().active()).isEqualTo(40);
        assertThat(ledgers.of("a").balance().active()).isZero();
        ledgers.check();
    }

    @Test
    void aDebtIsPaidByWhatThereIsAndTheRestIsOwed() {
        ledgers.owe("a", 100);
        ledgers.grant("b", 60, day(0), null);

        TransferAlgebra.moveDebt(way(ledgers.of("b"), ledgers.of("a"), 1));

        assertThat(ledgers.of("a").balance().arrears()).isZero();
        assertThat(ledgers.of("b").balance().arrears()).isEqualTo(40);
        assertThat(ledgers.of("b").balance().active()).isZero();
        ledgers.check();
    }

    @Test
    void bothSidesNameTheTransferAndEachOther() {
        ledgers.grant("a", 10, day(0), null);

        TransferAlgebra.give(way(ledgers.of("a"), ledgers.of("b"), 1), 10);

        var out = ledgers.of("a").postings().getLast();
        var in = ledgers.of("b").postings().getLast();
        assertThat(out.entries())
                .anyMatch(entry -> entry.pot() == Pot.TRANSFERRED && entry.amount() == 10);
        assertThat(in.entries())
                .anyMatch(entry -> entry.pot() == Pot.TRANSFERRED && entry.amount() == -10);
        assertThat(out.subject().toString()).contains("counterparty=b");
        assertThat(in.subject().toString()).contains("counterparty=a");
    }

    /** Whoever gives what to whom: nothing is created, lost or made younger. */
    @Property(tries = 300)
    void giftsInAnyOrderKeepTheSum(
            @ForAll @Size(max = 30) List<@IntRange(max = 8_999) Integer> steps) {
        var books = new Ledgers();
        for (var i = 0; i < 3; i++) {
            books.grant("m" + i, 100 + i, day(-i), i == 0 ? null : day(20 + i));
        }
        books.owe("m3", 50);
        var before = books.total();
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var from = books.of("m" + step / 1000 % 3);
            var to = books.of("m" + (step / 1000 % 3 + 1 + step / 3000));
            var points = Math.min(step % 1000, from.balance().active());
            if (points > 0 && from != to) {
                TransferAlgebra.give(way(from, to, i), points);
            }
            books.check();
        }
        assertThat(books.total()).isEqualTo(before);
        books.pass(day(30));
        books.check();
        assertThat(books.total()).isEqualTo(before);
    }
}
