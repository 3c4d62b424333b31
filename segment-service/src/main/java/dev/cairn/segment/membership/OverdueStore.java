package dev.cairn.segment.membership;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Finds out since when members wait for their evaluation. */
@ApplicationScoped
public class OverdueStore {

    /**
     * Since when the longest waiting member waits: its time has come, or newer definitions came
     * into force. Two looks into an index, however many members there are.
     */
    Optional<Instant> since(Tx tx, long epoch, Instant now) {
        return tx.first(
                        """
                        SELECT least(
                            (SELECT min(due_at) FROM member WHERE due_at <= ?),
                            (SELECT adopted_at FROM definition
                             WHERE epoch = ? AND EXISTS (SELECT 1 FROM member WHERE epoch < ?))
                        ) AS since
                        """,
                        row -> Optional.ofNullable(row.instantOrNull("since")),
                        now,
                        epoch,
                        epoch)
                .flatMap(since -> since);
    }
}
