package dev.cairn.ledger.quote;

import dev.cairn.kit.clock.Sweep;
import dev.cairn.kit.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Forgets promises that nobody used, a week after they ended: callers may still ask why not. */
@ApplicationScoped
class ForgetQuotesSweep implements Sweep {
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final Database database;
    private final QuoteStore quotes;

    ForgetQuotesSweep(Database database, QuoteStore quotes) {
        this.database = database;
        this.quotes = quotes;
    }

    @Override
    public String name() {
        return "forget-quotes";
    }

    @Override
    public void run(Instant now) {
        database.transact(tx -> quotes.forget(tx, now.minus(REMEMBERED)));
    }
}
