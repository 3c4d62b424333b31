package dev.cairn.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.LedgerTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When days are sealed, and by whom. */
@LedgerTest
class SealSweepTest {
    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Database database;
    @Inject SealDays sealDays;
    @Inject SealSweep sweep;
    @Inject SealStore store;

    private boolean sealed() {
        var last = sealDays.openDay(clock.instant()).minusDays(1);
        return database.read(store::newest).map(Seal::day).filter(last::equals).isPresent();
    }

    @Test
    void aDayThatAnotherReplicaBeganAndDidNotSealIsSealedAtTheNextTick() {
        awards.grant(Awards.newMember(), 10);
        clock.set(clock.instant().plus(Duration.ofDays(2)));

        database.transact(
                other -> {
                    assertThat(store.claim(other)).isTrue();
                    sweep.run(clock.instant());
                });
        assertThat(sealed()).isFalse();

        sweep.run(clock.instant());
        assertThat(sealed()).isTrue();
    }
}
