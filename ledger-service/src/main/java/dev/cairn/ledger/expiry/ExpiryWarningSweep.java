package dev.cairn.ledger.expiry;

import dev.cairn.kit.clock.Sweep;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.outbox.Outbox;
import dev.cairn.ledger.Batches;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.currency.Currency;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.stream.Collectors;

/** Tells members some days ahead that points will run out, once for each day on which some do. */
@ApplicationScoped
@Priority(10)
class ExpiryWarningSweep implements Sweep {
    private final Database database;
    private final DueStore store;
    private final Outbox outbox;
    private final Currencies currencies;
    private final ExpiryConfig config;

    ExpiryWarningSweep(
            Database database,
            DueStore store,
            Outbox outbox,
            Currencies currencies,
            ExpiryConfig config) {
        this.database = database;
        this.store = store;
        this.outbox = outbox;
        this.currencies = currencies;
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
        outbox.append(tx, Cause.none(), warnings);
        return warnings.size();
    }
}
