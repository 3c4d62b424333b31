package dev.cairn.ledger.points;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.report.AskedTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Draws up statements of account. */
@ApplicationScoped
class ShowStatement {
    /** More lines than that are no statement, but an export: some megabytes. */
    private static final int MOST_LINES = 10_000;

    private final Database database;
    private final FoldStore store;
    private final Currencies currencies;
    private final CairnClock clock;

    ShowStatement(Database database, FoldStore store, Currencies currencies, CairnClock clock) {
        this.database = database;
        this.store = store;
        this.currencies = currencies;
        this.clock = clock;
    }

    /**
     * The statement of some days.
     *
     * @param from first day; absent means the first of the month of {@code to}
     * @param to last day; absent means today
     * @throws Problem if they are no days, or too many lines lie between them
     */
    Statement of(String memberId, String currency, String from, String to) {
        var known = currencies.require(currency);
        var last = to == null ? LocalDate.ofInstant(clock.instant(), known.zone()) : day("to", to);
        var first = from == null ? last.withDayOfMonth(1) : day("from", from);
        if (first.isAfter(last)) {
            throw Problem.of(KitProblem.INVALID_REQUEST, "from must not be after to.")
                    .with("field", "from");
        }
        return between(new AccountId(memberId, known.id()), first, last, known.zone());
    }

    private Statement between(AccountId id, LocalDate from, LocalDate to, ZoneId zone) {
        var start = start(from, zone);
        var end = start(to.plusDays(1), zone);
        return database.read(
                tx -> {
                    var lines = store.lines(tx, id, start, end, MOST_LINES + 1);
                    if (lines.size() > MOST_LINES) {
                        throw Problem.of(
                                        KitProblem.INVALID_REQUEST,
                                        "Ask for fewer days: a statement has %d lines at most."
                                                .formatted(MOST_LINES))
                                .with("limit", MOST_LINES);
                    }
                    return Statement.of(id, from, to, store.standBefore(tx, id, start), lines);
                });
    }

    private static LocalDate day(String name, String text) {
        return AskedTime.day(name, text);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
