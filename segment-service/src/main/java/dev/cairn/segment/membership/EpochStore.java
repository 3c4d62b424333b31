package dev.cairn.segment.membership;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.db.Jsonb;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The table of definitions that were in force. */
@ApplicationScoped
public class EpochStore {
    private static final TypeReference<Map<String, Written>> SEGMENTS = new TypeReference<>() {};

    /** A segment as far as it decides who is in it. */
    record Written(long version, JsonNode condition) {}

    /** Definitions and the number under which they came into force. */
    record Epoch(long number, Map<String, Written> segments) {}

    /**
     * The definitions in force; others wait until the end of the transaction, so that one replica
     * at a time adopts.
     */
    Optional<Epoch> lockLatest(Tx tx) {
        tx.query(
                "SELECT pg_advisory_xact_lock(hashtext('segment.definition')) IS NULL AS locked",
                row -> row.bool("locked"));
        return tx.first(
                "SELECT epoch, segments FROM definition ORDER BY epoch DESC LIMIT 1",
                row -> new Epoch(row.longValue("epoch"), row.json("segments", SEGMENTS)));
    }

    void add(Tx tx, Epoch epoch, Instant now) {
        tx.update(
                "INSERT INTO definition (epoch, segments, adopted_at) VALUES (?, ?, ?)",
                epoch.number(),
                Jsonb.of(epoch.segments()),
                now);
    }
}
