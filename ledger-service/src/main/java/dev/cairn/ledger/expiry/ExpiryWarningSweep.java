package dev.cairn.ledger.expiry;

import dev.cairn.contracts.PointsEvent.PointsExpiring;
import dev.cairn.kit.clock.Sweep;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.outbox.Outbox;
import dev.cairn.ledger.Batches;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.household.PoolSpenders;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells members some days ahead that points will run out, once for each day on which some do. Of a
 * household's points, those are told who may take them.
 */
@ApplicationScoped
@Priority(10)
class ExpiryWarningSweep implements Sweep {
    private final Database database;
    private final DueStore store;
    private final Outbox outbox;
    private final Currencies currencies;
    private final PoolSpenders poolSpenders;
    private final ExpiryConfig config;

    ExpiryWarningSweep(
            Database database,
            DueStore store,
            Outbox outbox,
            Currencies currencies,
            PoolSpenders poolSpenders,
            ExpiryConfig config) {
        this.database = database;
        this.store = store;
        this.outbox = outbox;
        this.currencies = currencies;
        this.poolSpenders = poolSpenders;
        this.config = config;
    }

    @Override
    public String name() {
        return "expiry-warning";
    }

    @Override
    public void run(Instant now) {
        Batches.untilNoneIsLeft(database, config.batchSize(), tx -> runBatch(tx, now));
    }

    private int runBatch(Tx tx, Instant now) {
        var until = now.plus(config.warnBefore());
        var zones =
                currencies.all().stream().collect(Collectors.toMap(Currency::id, Currency::zone));
        var warnings = store.warn(tx, now, until, zones, config.zone(), config.batchSize());
        var told = warnings.stream().flatMap(warning -> addressed(tx, warning)).toList();
        outbox.append(tx, Cause.none(), told);
        return warnings.size();
    }

    private Stream<PointsExpiring> addressed(Tx tx, PointsExpiring warning) {
        var account = new AccountId(warning.memberId(), warning.currency());
        return account.ofHousehold()
                ? poolSpenders.of(tx, account.memberId()).stream()
                        .map(member -> ofHousehold(member, warning))
                : Stream.of(warning);
    }

    private static PointsExpiring ofHousehold(String member, PointsExpiring warning) {
        return new PointsExpiring(
                member,
                warning.currency(),
                warning.points(),
                warning.expiresAt(),
                warning.occurredAt(),
                warning.memberId());
    }
}
