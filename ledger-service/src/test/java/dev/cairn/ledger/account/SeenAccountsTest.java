package dev.cairn.ledger.account;

import static dev.cairn.ledger.Awards.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.kit.db.Database;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.DatabaseOwner;
import dev.cairn.ledger.LedgerTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@LedgerTest
class SeenAccountsTest {
    @Inject BalanceStore balances;
    @Inject Database database;
    @Inject DatabaseOwner owner;
    @Inject Awards awards;

    private final String member = newMember();
    private final AccountId id = AccountId.of(member);

    @Test
    void whoWasSeenIsNotAskedForAgain() {
        var first = statements();
        var second = statements();

        assertThat(second).isEqualTo(first - 1);
    }

    @Test
    void whatWasRolledBackWasNotSeen() {
        var failing = new IllegalStateException("on purpose");
        try {
            database.transact(
                    tx -> {
                        balances.lock(tx, new TreeSet<>(List.of(id)));
                        throw failing;
                    });
        } catch (IllegalStateException e) {
            assertThat(e).isSameAs(failing);
        }

        assertThat(statements()).isEqualTo(statements() + 1);
    }

    @Test
    void anAccountThatIsGoneFromADatabaseThatWasPutBackIsMadeAgain() throws Exception {
        statements();
        owner.execute("DELETE FROM balance WHERE member_id = '%s'".formatted(member));

        awards.grant(member, 70);

        Calls.theBooksHold();
    }

    @Test
    void whenItIsFullItBeginsAnew() {
        var few = new SeenAccounts();
        few.saw(List.of(id));
        few.saw(IntStream.range(0, 50_000).mapToObj(n -> AccountId.of("m-" + n)).toList());

        assertThat(few.missingFrom(List.of(AccountId.of("m-7"), id))).containsExactly(id);
    }

    private int statements() {
        return database.inTransaction(
                tx -> {
                    balances.lock(tx, new TreeSet<>(List.of(id)));
                    return tx.statements();
                });
    }
}
