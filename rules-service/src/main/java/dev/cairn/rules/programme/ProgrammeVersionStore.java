package dev.cairn.rules.programme;

import dev.cairn.kit.db.Tx;
import dev.cairn.rules.programme.ProgrammeVersions.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
public class ProgrammeVersionStore {

    /** The newest version that was in force; other instances that start have to wait. */
    public Optional<Recorded> lockNewest(Tx tx) {
        tx.query("SELECT pg_advisory_xact_lock(hashtext('programme'))::text AS done", row -> 1);
        return tx.first(
                """
                SELECT id, version, hash FROM programme_version
                ORDER BY started_at DESC, version DESC LIMIT 1
                """,
                row -> new Recorded(row.text("id"), row.intValue("version"), row.text("hash")));
    }

    /** Whether a newer version than this one is in force. */
    public boolean isReplaced(Tx tx, int version) {
        return tx.first(
                        "SELECT 1 AS newer FROM programme_version WHERE version > ? LIMIT 1",
                        row -> row.intValue("newer"),
                        version)
                .isPresent();
    }

    public void add(Tx tx, Recorded version, Instant now) {
        tx.update(
                "INSERT INTO programme_version (id, version, hash, started_at) VALUES (?, ?, ?, ?)",
                version.id(),
                version.version(),
                version.hash(),
                now);
    }
}
