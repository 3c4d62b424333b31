package dev.cairn.ledger.redemption;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Shop.cancel;
import static dev.cairn.ledger.Shop.redeemed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.DatabaseOwner;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@LedgerTest
class GoneCurrencyTest {
    @Inject Awards awards;
    @Inject Accounts accounts;
    @Inject CairnClock clock;
    @Inject Database database;
    @Inject DatabaseOwner owner;

    private final String member = newMember();
    private final AccountId id = new AccountId(member, "gone-" + member.substring(2, 10));

    /** A currency may leave the file while members have what it paid for. */
    @Test
    void whatItPaidForCanBeCancelled() throws Exception {
        awards.grant(member, 150);
        var redemption = redeemed(member, "coffee");
        for (var table : List.of("balance", "lot", "posting", "award_register", "redemption")) {
            owner.execute(
                    "UPDATE %s SET currency = '%s' WHERE member_id = '%s'"
                            .formatted(table, id.currency(), member));
        }

        cancel(redemption).then().statusCode(200).body("status", equalTo("cancelled"));

        var active = database.read(tx -> accounts.peek(tx, id, clock.instant())).balance().active();
        assertThat(active).isEqualTo(150);
        Calls.theBooksHold();
    }
}
