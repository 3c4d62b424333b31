package dev.cairn.notify.report;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts messages. */
@ApplicationScoped
public class ReportStore {

    /** Messages that stand alike. */
    record Count(
            String template,
            String outcome,
            String inbox,
            String outreach,
            String reason,
            String channel,
            long messages) {}

    /** All messages by where they stand, in one statement and so at one instant. */
    List<Count> counts(Tx tx) {
        return tx.query(
                """
                SELECT template, outcome, inbox_state, outreach_state,
                       coalesce(outreach_reason, '') AS reason,
                       coalesce(outreach_channel, 'email') AS channel, count(*) AS messages
                FROM message
                GROUP BY 1, 2, 3, 4, 5, 6
                """,
                row ->
                        new Count(
                                row.text("template"),
                                row.text("outcome"),
                                row.text("inbox_state"),
                                row.text("outreach_state"),
                                row.text("reason"),
                                row.text("channel"),
                                row.longValue("messages")));
    }
}
