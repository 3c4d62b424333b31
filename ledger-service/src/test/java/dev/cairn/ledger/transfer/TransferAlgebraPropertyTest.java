package dev.cairn.ledger.transfer;

import static dev.cairn.ledger.transfer.Ledgers.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.transfer.TransferAlgebra.Way;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TransferAlgebraPropertyTest {

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
                var key = new BusinessKey("transfer:" + i);
                TransferAlgebra.give(new Way(from, to, key, Gift.Kind.GIFT, day(1)), points);
            }
            books.check();
        }
        assertThat(books.total()).isEqualTo(before);
        books.pass(day(30));
        books.check();
        assertThat(books.total()).isEqualTo(before);
    }
}
