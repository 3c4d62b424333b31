package dev.cairn.ledger.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.redemption.Redemption.Status;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedemptionTest {
    private static final Instant MADE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant UNTIL = MADE.plusSeconds(1800);

    private final Redemption reserved =
            new Redemption(
                    UUID.randomUUID(),
                    AccountId.of("m-1"),
                    "mug",
                    60,
                    0,
                    null,
                    null,
                    true,
                    false,
                    Status.RESERVED,
                    MADE,
                    null,
                    UNTIL);

    @Test
    void nothingComesBackOfWhatWasNeverSpent() {
        assertThat(reserved.refundable()).isZero();
        assertThat(reserved.calledOff(UNTIL).refundable()).isZero();
        assertThat(reserved.handedOver(false, UUID.randomUUID()).refundable()).isEqualTo(60);
    }

    @Test
    void aReservationIsOverFromItsLastInstantOn() {
        assertThat(reserved.asOf(UNTIL.minusNanos(1000))).isEqualTo(reserved);

        var over = reserved.asOf(UNTIL);

        assertThat(over.state()).isEqualTo(Status.CANCELLED);
        assertThat(over.cancelledAt()).isEqualTo(UNTIL);
        assertThat(over.reservedUntil()).isNull();
        assertThat(over.asOf(UNTIL.plusSeconds(1))).isEqualTo(over);
    }

    @Test
    void whatIsHandedOverIsOrderedIfItHasToBeSent() {
        var posting = UUID.randomUUID();
        var good = reserved.handedOver(true, posting);

        assertThat(good.state()).isEqualTo(Status.ORDERED);
        assertThat(good.postingId()).isEqualTo(posting);
        assertThat(good.redeemedAt()).isEqualTo(MADE);
        assertThat(good.asOf(UNTIL)).isEqualTo(good);
        assertThat(reserved.handedOver(false, posting).state()).isEqualTo(Status.FULFILLED);
    }

    @Test
    void noStepLeadsOnFromAReservation() {
        assertThat(Status.RESERVED.next()).isEmpty();
        assertThat(reserved.status()).isEqualTo("reserved");
    }
}
