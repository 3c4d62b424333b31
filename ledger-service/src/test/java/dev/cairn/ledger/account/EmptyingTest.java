package dev.cairn.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmptyingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final AccountId ID = AccountId.of("m-1");

    private final List<Lot> lots =
            new ArrayList<>(
                    IntStream.range(0, 150)
                            .mapToObj(i -> LotAllocatorTest.lot(i, 10, null))
                            .toList());

    @Test
    void namesWhatIsLeftInsteadOfWhatIsGone() {
        var emptying = Emptying.of(spent(account().withAllLots(), 1_485)).orElseThrow();

        assertThat(emptying.account()).isEqualTo(ID);
        assertThat(emptying.lots()).hasSize(148).allMatch(lot -> lot.remaining() == 0);
        assertThat(emptying.kept()).containsExactlyInAnyOrder(idOf(148), idOf(149));
    }

    @Test
    void aLotThatGaveAPartIsKept() {
        assertThat(Emptying.of(spent(account().withAllLots(), 1_495)).orElseThrow().kept())
                .containsExactly(idOf(149));
    }

    @Test
    void whoDoesNotKnowAllLotsCannotSayWhichAreLeft() {
        assertThat(Emptying.of(spent(account(), 1_500))).isEmpty();
    }

    @Test
    void fewLotsAreNamedOneByOne() {
        assertThat(Emptying.of(spent(account().withAllLots(), 990))).isEmpty();
    }

    @Test
    void manyThatAreLeftAreNotNamed() {
        IntStream.range(150, 300).forEach(i -> lots.add(LotAllocatorTest.lot(i, 10, null)));

        assertThat(Emptying.of(spent(account().withAllLots(), 1_500))).isEmpty();
    }

    @Test
    void waitingReservedAndExpiredLotsAreNeitherEmptiedNorKept() {
        lots.add(LotAllocatorTest.lot(200, 10, null).waiting(true).awaiting("visit"));
        lots.add(
                LotAllocatorTest.lot(201, 10, null)
                        .used(new LotUse(idOf(201), LotUse.Kind.HELD, 10)));
        lots.add(LotAllocatorTest.lot(202, 10, NOW.minusSeconds(1)));
        var account = account(20, 1_510).withAllLots();
        PassTime.until(NOW, account);

        var emptying = Emptying.of(spent(account, 1_500)).orElseThrow();

        assertThat(emptying.lots()).hasSize(150).noneMatch(lot -> lot.expired() > 0);
        assertThat(emptying.kept()).isEmpty();
    }

    private Account account() {
        return account(0, lots.size() * 10L);
    }

    private Account account(long waitingAndHeld, long active) {
        var half = waitingAndHeld / 2;
        var balance =
                new Balance(active, half, half, 0, 0, 0, active + 2 * half, 0, 0, 0, 0, 0, 0, 0, 1);
        return new Account(ID, balance, Standing.GOOD, lots);
    }

    private static Account spent(Account account, long points) {
        var movement = new Movement().move(points, Pot.ACTIVE, Pot.REDEEMED);
        LotAllocator.take(points, account.lots())
                .forEach(take -> movement.use(take.lot(), LotUse.Kind.REDEEMED, take.points()));
        account.post(
                new BusinessKey("redemption:test"),
                PostingKind.REDEEMED,
                points,
                new Subject.Redemption(new UUID(1, 1), "coffee", "Coffee"),
                null,
                NOW,
                movement);
        return account;
    }

    private static UUID idOf(int number) {
        return new UUID(0, number);
    }
}
