package dev.cairn.ledger.importing;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Movement;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Subject;
import java.time.Instant;
import java.util.UUID;

/** Brings a line's points into an account: a lot of their own, at the age that they have. */
final class ImportAlgebra {
    private ImportAlgebra() {}

    /** The name of the effect of a line. */
    static BusinessKey key(ImportRow row) {
        return new BusinessKey("import:" + row.reference());
    }

    /** Posts a line that is new; debts are paid first. */
    static void post(Account account, ImportRow row, Instant now) {
        var lot = lot(row, now);
        account.put(lot);
        var movement = new Movement().use(lot, LotUse.Kind.RECEIVED, -row.points());
        if (lot.pending()) {
            movement.move(row.points(), Pot.ADJUSTED, Pot.PENDING);
        } else {
            account.receive(movement, lot.id(), row.points(), Pot.ADJUSTED);
        }
        account.post(
                key(row),
                PostingKind.IMPORTED,
                row.points(),
                new Subject.Deed(lot.id()),
                "Brought along from another system.",
                row.earnedAt(),
                movement);
        PassTime.until(now, account);
    }

    private static Lot lot(ImportRow row, Instant now) {
        var id = lotId(row);
        var waits = row.activeFrom() != null && row.activeFrom().isAfter(now);
        return Lot.open(id, LotSource.IMPORT, null, row.earnedAt(), row.expiresAt())
                .waiting(waits)
                .dated(row.earnedAt(), row.activeFrom(), row.expiresAt())
                .sliding(row.sliding())
                .spentAs(row.priority());
    }

    private static UUID lotId(ImportRow row) {
        return new BusinessKey("lot:" + key(row).text()).id();
    }
}
