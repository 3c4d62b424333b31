package dev.cairn.ledger.conversion;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;

/** What was converted, at which rate. Only ever grows. */
@ApplicationScoped
class ConversionStore {

    void insert(Tx tx, String memberId, ConversionReceipt receipt) {
        tx.update(
                """
                INSERT INTO conversion (id, member_id, from_currency, to_currency, taken, given,
                                        rate_version, numerator, denominator, converted_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                receipt.id(),
                memberId,
                receipt.from(),
                receipt.to(),
                receipt.taken(),
                receipt.given(),
                receipt.rate().version(),
                receipt.rate().numerator(),
                receipt.rate().denominator(),
                receipt.convertedAt());
    }
}
