package dev.cairn.ledger.proof;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.proof.Proof.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Recalculates everything from the journal, by set operations of the database. */
@ApplicationScoped
class ProofStore {
    private record Sum(String currency, String pot, long amount) {}

    /** Runs all checks. */
    List<Finding> findings(Tx tx, boolean mayNameMembers) {
        return Check.all().stream().map(check -> run(tx, check, mayNameMembers)).toList();
    }

    /** Runs a check; operators get no names of cases, which hold members' pseudonyms. */
    private static Finding run(Tx tx, Check check, boolean mayNameMembers) {
        var sql =
                "SELECT count(*) AS n, coalesce(min(at), '') AS first FROM (%s) AS c"
                        .formatted(check.counterexamples());
        return tx.first(
                        sql,
                        row ->
                                finding(
                                        check,
                                        row.longValue("n"),
                                        mayNameMembers ? row.text("first") : ""))
                .orElseThrow();
    }

    long postings(Tx tx) {
        return tx.first("SELECT count(*) AS n FROM posting", row -> row.longValue("n"))
                .orElseThrow();
    }

    /** What each pot holds, by currency. */
    Map<String, Map<String, Long>> sums(Tx tx) {
        var rows =
                tx.query(
                        """
                        SELECT currency, pot, sum(amount)::bigint AS amount
                        FROM entry
                        GROUP BY currency, pot
                        """,
                        row ->
                                new Sum(
                                        row.text("currency"),
                                        row.text("pot"),
                                        row.longValue("amount")));
        var sums = new TreeMap<String, Map<String, Long>>();
        for (var row : rows) {
            sums.computeIfAbsent(row.currency(), currency -> new TreeMap<>())
                    .put(row.pot().toLowerCase(Locale.ROOT), row.amount());
        }
        return sums;
    }

    private static Finding finding(Check check, long cases, String first) {
        var detail = cases == 0 ? "no exception found" : cases + " exceptions";
        if (cases > 0 && !first.isEmpty()) {
            detail += ", such as " + first;
        }
        return new Finding(check.label(), cases == 0, detail);
    }
}
