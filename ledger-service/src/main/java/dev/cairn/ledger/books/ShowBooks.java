package dev.cairn.ledger.books;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.report.AskedTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;

/** Draws up reports from the books. */
@ApplicationScoped
class ShowBooks {
    private final Database database;
    private final LiabilityStore liabilities;
    private final CohortStore cohorts;
    private final Currencies currencies;
    private final CairnClock clock;

    ShowBooks(
            Database database,
            LiabilityStore liabilities,
            CohortStore cohorts,
            Currencies currencies,
            CairnClock clock) {
        this.database = database;
        this.liabilities = liabilities;
        this.cohorts = cohorts;
        this.currencies = currencies;
        this.clock = clock;
    }

    /**
     * What is owed.
     *
     * @param at a day or an instant; absent means now
     */
    LiabilityReport liability(String currency, String by, String at) {
        var known = currencies.require(currency);
        var group = GroupBy.of(by);
        var zone = known.zone();
        var now = clock.instant();
        var then = AskedTime.notAfter(now, zone, "at", at);
        var rows =
                database.read(
                        tx ->
                                at == null
                                        ? liabilities.now(tx, known.id(), group, now, zone)
                                        : liabilities.then(tx, known.id(), group, then, zone));
        return LiabilityReport.of(known.id(), then, group, rows);
    }

    BreakageReport breakage(String currency) {
        var known = currencies.require(currency);
        var now = clock.instant();
        var found = database.read(tx -> cohorts.cohorts(tx, known.id(), known.zone()));
        return BreakageReport.of(known.id(), now, found, YearMonth.from(now.atZone(known.zone())));
    }
}
