package dev.cairn.notify.contact;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.contact.AddressVault.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Keeps contact points; addresses come in plain and are stored sealed. */
@ApplicationScoped
public class ContactStore {
    private final AddressVault vault;

    public ContactStore(AddressVault vault) {
        this.vault = vault;
    }

    /** Replaces the member's address on this channel. */
    public void save(Tx tx, String memberId, Address address, Instant now) {
        var sealed = vault.seal(memberId, address);
        tx.update(
                """
                INSERT INTO contact_point
                       (member_id, channel, key_id, sealed, address_hash, changed_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (member_id, channel) DO UPDATE
                SET key_id = excluded.key_id, sealed = excluded.sealed,
                    address_hash = excluded.address_hash, changed_at = excluded.changed_at
                """,
                memberId,
                address.channel().text(),
                sealed.keyId(),
                sealed.bytes(),
                vault.hash(address).bytes(),
                now);
    }

    /** Whether there was one to remove. */
    public boolean remove(Tx tx, String memberId, Channel channel) {
        return tx.update(
                        "DELETE FROM contact_point WHERE member_id = ? AND channel = ?",
                        memberId,
                        channel.text())
                > 0;
    }

    public void removeAll(Tx tx, String memberId) {
        tx.update("DELETE FROM contact_point WHERE member_id = ?", memberId);
    }

    public List<ContactPoint> of(Tx tx, Collection<String> memberIds) {
        return tx.query(
                """
                SELECT member_id, channel, key_id, sealed, address_hash FROM contact_point
                WHERE member_id = ANY (?::text[])
                ORDER BY member_id, channel
                """,
                ContactStore::contactPoint,
                (Object) memberIds.toArray(String[]::new));
    }

    /** The address in plain. */
    public Address open(ContactPoint point) {
        return vault.open(point.memberId(), point.channel(), point.sealed());
    }

    private static ContactPoint contactPoint(Row row) throws SQLException {
        return new ContactPoint(
                row.text("member_id"),
                Channel.named(row.text("channel")).orElseThrow(),
                new Sealed(row.text("key_id"), row.bytes("sealed")),
                AddressHash.of(row.bytes("address_hash")));
    }
}
