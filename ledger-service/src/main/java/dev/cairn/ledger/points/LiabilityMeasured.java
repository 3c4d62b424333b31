package dev.cairn.ledger.points;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.measure.Gauges;
import dev.cairn.kit.measure.Measured;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells what the programme owes its members, all currencies together. */
@ApplicationScoped
class LiabilityMeasured implements Measured {
    static final String LIABILITY = "cairn_ledger_liability_points";
    static final String ACCOUNTS = "cairn_ledger_accounts";

    private final Database database;
    private final PointsStore store;
    private final Duration mayBeOld;

    LiabilityMeasured(
            Database database,
            PointsStore store,
            @ConfigProperty(name = "cairn.measure.liability-every") Duration mayBeOld) {
        this.database = database;
        this.store = store;
        this.mayBeOld = mayBeOld;
    }

    /** It reads every balance. */
    @Override
    public Duration mayBeOld() {
        return mayBeOld;
    }

    @Override
    public void measure(Gauges gauges) {
        var owed = database.read(store::liability);
        liability(gauges, "active", owed.active());
        liability(gauges, "pending", owed.pending());
        liability(gauges, "held", owed.held());
        gauges.set(ACCOUNTS, "Accounts that have a history", owed.accounts());
    }

    private static void liability(Gauges gauges, String state, long points) {
        gauges.set(LIABILITY, "Points that members have and did not spend", points, "state", state);
    }
}
