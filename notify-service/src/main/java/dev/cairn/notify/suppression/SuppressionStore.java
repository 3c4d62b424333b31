package dev.cairn.notify.suppression;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.notify.contact.AddressHash;
import dev.cairn.notify.purpose.Purpose;
import dev.cairn.notify.suppression.Suppression.Ground;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Remembers addresses that must not be written to, without knowing them. */
@ApplicationScoped
public class SuppressionStore {
    private record Found(AddressHash address, Suppression suppression) {}

    /** Suppresses an address; again changes nothing. */
    public void add(
            Tx tx, AddressHash address, Suppression suppression, UUID messageId, Instant now) {
        tx.update(
                """
                INSERT INTO suppression (address_hash, ground, purpose, message_id, recorded_at)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                address.bytes(),
                text(suppression.ground()),
                suppression.purpose().map(Purpose::text).orElse(""),
                messageId,
                now);
    }

    /** Whoever asks for messages again after unsubscribing gets them; nothing else is lifted. */
    public void liftUnsubscribed(Tx tx, AddressHash address, Purpose purpose) {
        tx.update(
                """
                DELETE FROM suppression
                WHERE address_hash = ? AND ground = 'unsubscribed' AND purpose = ?
                """,
                address.bytes(),
                purpose.text());
    }

    /** What is held against each of these addresses. */
    public Map<AddressHash, Set<Suppression>> of(Tx tx, Collection<AddressHash> addresses) {
        var result = new HashMap<AddressHash, Set<Suppression>>();
        tx.query(
                        """
                        SELECT address_hash, ground, purpose FROM suppression
                        WHERE address_hash = ANY (?::bytea[])
                        """,
                        SuppressionStore::found,
                        (Object) addresses.stream().map(AddressHash::bytes).toArray(byte[][]::new))
                .forEach(
                        found ->
                                result.computeIfAbsent(found.address(), a -> new HashSet<>())
                                        .add(found.suppression()));
        return result;
    }

    private static Found found(Row row) throws SQLException {
        var ground = row.text("ground").replace('-', '_').toUpperCase(Locale.ROOT);
        var purpose = Optional.of(row.text("purpose")).flatMap(Purpose::named);
        return new Found(
                AddressHash.of(row.bytes("address_hash")),
                new Suppression(Ground.valueOf(ground), purpose));
    }

    private static String text(Ground ground) {
        return ground.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
