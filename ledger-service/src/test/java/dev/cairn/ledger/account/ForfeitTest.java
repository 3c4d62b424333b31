package dev.cairn.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForfeitTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Standing ERASED = new Standing(false, null, true);

    private static Account account(Standing standing, long active) {
        var issued = new Movement().move(active, Pot.ISSUED, Pot.ACTIVE);
        var balance = Balance.EMPTY.after(issued, new Subject.Time());
        var lots = List.of(LotAllocatorTest.lot(1, 40, null));
        return new Account(AccountId.of("m-1"), balance, standing, lots);
    }

    @Test
    void whatAnErasedMemberHasIsForfeited() {
        var account = account(ERASED, 40);

        Forfeit.ofErased(account, NOW);

        assertThat(account.balance().active()).isZero();
        assertThat(account.postings()).singleElement().extracting(Posting::points).isEqualTo(40L);
    }

    /** One account that cannot be emptied must not keep five hundred others from their time. */
    @Test
    void whatWasNotLoadedStaysAndNobodyElseSuffers() {
        var account = account(ERASED, 100);

        Forfeit.ofErased(account, NOW);

        assertThat(account.balance().active()).isEqualTo(60);
        Forfeit.ofErased(account, NOW);
        assertThat(account.postings()).hasSize(1);
    }

    @Test
    void everybodyElseKeepsTheirPoints() {
        var account = account(Standing.GOOD, 40);

        Forfeit.ofErased(account, NOW);

        assertThat(account.postings()).isEmpty();
    }
}
