package dev.cairn.ledger.importing;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.importing.ImportReport.LineError;
import dev.cairn.ledger.importing.ImportReport.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Imports a file in batches, each a transaction with a fixed number of statements. A line that is
 * wrong stops no other; a file that broke off is simply sent again. A dry run does all the same and
 * takes each batch back, so that it cannot say anything else.
 */
@ApplicationScoped
class ImportPoints {
    /** As many as the ledger settles of one poll: few commits, short locks. */
    private static final int BATCH = 500;

    private final Database database;
    private final Accounts accounts;
    private final ImportStore store;
    private final Currencies currencies;
    private final CairnClock clock;

    ImportPoints(
            Database database,
            Accounts accounts,
            ImportStore store,
            Currencies currencies,
            CairnClock clock) {
        this.database = database;
        this.accounts = accounts;
        this.store = store;
        this.currencies = currencies;
        this.clock = clock;
    }

    /** Takes back what a dry run did. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Part part;

        TakenBack(Part part) {
            super(null, null, false, false);
            this.part = part;
        }
    }

    ImportReport run(byte[] body, boolean dryRun, String importedBy) {
        var now = clock.instant();
        var file = ImportFile.read(body, new RowReader(currencies, now));
        var all = new Part(0, file.known(), 0, file.errors());
        for (var begin = 0; begin < file.rows().size(); begin += BATCH) {
            var end = Math.min(begin + BATCH, file.rows().size());
            all = all.plus(batch(file.rows().subList(begin, end), dryRun, importedBy, now));
        }
        return ImportReport.of(dryRun, file.size(), all);
    }

    private Part batch(List<ImportRow> rows, boolean dryRun, String importedBy, Instant now) {
        try {
            return database.inTransaction(
                    tx -> {
                        var part = post(tx, rows, importedBy, now);
                        if (dryRun) {
                            throw new TakenBack(part);
                        }
                        return part;
                    });
        } catch (TakenBack taken) {
            return taken.part;
        }
    }

    private Part post(Tx tx, List<ImportRow> rows, String importedBy, Instant now) {
        var ids = new TreeSet<AccountId>();
        rows.forEach(row -> ids.add(row.account()));
        var opened = accounts.open(tx, ids, () -> Needs.NOTHING, now);
        var welcome = rows.stream().filter(row -> !closed(opened, row)).toList();
        var fresh = store.claim(tx, welcome, importedBy, now);
        var known = store.known(tx, welcome);
        var errors = new ArrayList<LineError>();
        var points = 0L;
        for (var row : rows) {
            if (closed(opened, row)) {
                errors.add(new LineError(row.line(), "memberId", "was merged or erased"));
            } else if (fresh.contains(row.reference())) {
                ImportAlgebra.post(opened.get(row.account()), row, now);
                points = Math.addExact(points, row.points());
            } else if (!row.content().equals(known.get(row.reference()))) {
                errors.add(ImportFile.otherContent(row.line(), "an earlier import"));
            }
        }
        accounts.save(tx, opened.values(), posting -> Cause.none(), now);
        return new Part(fresh.size(), rows.size() - fresh.size() - errors.size(), points, errors);
    }

    private static boolean closed(SortedMap<AccountId, Account> opened, ImportRow row) {
        return opened.get(row.account()).standing().closed();
    }
}
