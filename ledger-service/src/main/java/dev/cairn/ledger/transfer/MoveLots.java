package dev.cairn.ledger.transfer;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.LotAllocator.Take;
import dev.cairn.ledger.transfer.TransferAlgebra.Way;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Moves what the programme itself moves between members, and writes down that it did. */
@ApplicationScoped
public class MoveLots {
    private final TransferStore transfers;

    MoveLots(TransferStore transfers) {
        this.transfers = transfers;
    }

    /** Moves these points of these lots; the number of points, zero when there are none. */
    public long move(Tx tx, Way way, List<Take> takes) {
        var moved = Moved.of(way, takes);
        TransferAlgebra.move(way, takes);
        moved.ifPresent(some -> write(tx, some));
        return moved.map(Moved::points).orElse(0L);
    }

    /** Moves all that one owes to the other; see {@link TransferAlgebra#moveDebt}. */
    public void moveDebt(Tx tx, Way way) {
        var debt = way.to().balance().arrears();
        if (debt > 0) {
            TransferAlgebra.moveDebt(way);
            write(tx, new Moved(way, debt));
        }
    }

    /** Writes down what was moved already. */
    public void write(Tx tx, Moved moved) {
        var way = moved.way();
        var gift =
                new Gift(
                        way.key().id(),
                        way.kind(),
                        way.from().id().memberId(),
                        way.to().id().memberId(),
                        way.from().id().currency(),
                        moved.points(),
                        null,
                        null);
        transfers.insert(tx, gift, way.now());
    }
}
