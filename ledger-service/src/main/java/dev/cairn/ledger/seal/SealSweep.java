package dev.cairn.ledger.seal;

import dev.cairn.kit.clock.Sweep;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Seals days once they are over; asks the database once a day, and again as long as another replica
 * is at it, which may not get to the end.
 */
@ApplicationScoped
@Priority(90)
class SealSweep implements Sweep {
    private final SealDays sealDays;
    private volatile LocalDate sealedBefore = LocalDate.MIN;

    SealSweep(SealDays sealDays) {
        this.sealDays = sealDays;
    }

    @Override
    public String name() {
        return "seal";
    }

    @Override
    public void run(Instant now) {
        var openDay = sealDays.openDay(now);
        if (openDay.isAfter(sealedBefore) && sealDays.before(openDay, now)) {
            sealedBefore = openDay;
        }
    }
}
