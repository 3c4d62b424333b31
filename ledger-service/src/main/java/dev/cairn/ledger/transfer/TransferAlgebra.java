package dev.cairn.ledger.transfer;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotAllocator;
import dev.cairn.ledger.account.LotAllocator.Take;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Movement;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Subject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Moves points between two accounts lot by lot: for each lot that gives, the receiver gets one of
 * the same age. What the receiver owes is paid first. Both postings carry the transfer's id, and
 * what one puts into the pot between them the other takes out.
 */
public final class TransferAlgebra {
    private static final Comparator<Instant> NEVER_LAST =
            Comparator.nullsLast(Comparator.naturalOrder());

    private TransferAlgebra() {}

    /** Both sides of a transfer, its name and its occasion. */
    public record Way(Account from, Account to, BusinessKey key, Gift.Kind kind, Instant now) {
        private UUID id() {
            return key.id();
        }
    }

    /** Moves spendable points, those that run out first. The giver must have them. */
    public static void give(Way way, long points) {
        move(way, LotAllocator.take(points, way.from().lots()));
    }

    /** Moves these points of these lots, whether they wait or not; nothing if there are none. */
    public static void move(Way way, List<Take> takes) {
        var points = takes.stream().mapToLong(Take::points).sum();
        if (points == 0) {
            return;
        }
        postOut(way, points, out(takes));
        var in = new Movement();
        for (var take : takes) {
            receive(way, take, in);
        }
        postIn(way, points, in);
    }

    /**
     * Moves points back to the lot that they once left, which takes over the age that they have by
     * now; nothing if there are none.
     *
     * @param home a lot of the receiver
     */
    public static void bringBack(Way way, Lot home, List<Take> takes) {
        var points = takes.stream().mapToLong(Take::points).sum();
        if (points == 0) {
            return;
        }
        postOut(way, points, out(takes));
        var lot = aged(home, takes);
        way.to().put(lot);
        var in = new Movement().use(lot, LotUse.Kind.TRANSFERRED, -points);
        if (lot.pending()) {
            in.move(points, Pot.TRANSFERRED, Pot.PENDING);
        } else {
            way.to().receive(in, lot.id(), points, Pot.TRANSFERRED);
        }
        postIn(way, points, in);
    }

    /** Waits if it does and all that comes does, and lasts as long as the last of it. */
    private static Lot aged(Lot home, List<Take> takes) {
        var coming = takes.stream().map(Take::lot).toList();
        var there = Stream.of(home).filter(lot -> lot.remaining() > 0);
        var last =
                Stream.concat(there, coming.stream())
                        .max(Comparator.comparing(Lot::expiresAt, NEVER_LAST))
                        .orElseThrow();
        return home.waiting(home.pending() && coming.stream().allMatch(Lot::pending))
                .expiringAt(last.expiresAt());
    }

    /**
     * Moves a debt: the receiver of the debt pays with what can be spent, and owes the rest.
     *
     * @param way leads from who will owe to who owed
     */
    public static void moveDebt(Way way) {
        var debt = way.to().balance().arrears();
        if (debt == 0) {
            return;
        }
        var out = new Movement();
        var paid = 0L;
        for (var take : LotAllocator.take(debt, way.from().lots())) {
            out.move(take.points(), Pot.ACTIVE, Pot.TRANSFERRED);
            out.use(take.lot(), LotUse.Kind.TRANSFERRED, take.points());
            paid += take.points();
        }
        out.move(debt - paid, Pot.ARREARS, Pot.TRANSFERRED);
        postOut(way, debt, out);
        postIn(way, debt, new Movement().move(debt, Pot.TRANSFERRED, Pot.ARREARS));
    }

    private static void receive(Way way, Take take, Movement in) {
        var lot =
                take.lot().twin(way.key().part("lot:" + take.lot().id()).id(), LotSource.TRANSFER);
        way.to().put(lot);
        in.use(lot, LotUse.Kind.RECEIVED, -take.points());
        if (lot.pending()) {
            in.move(take.points(), Pot.TRANSFERRED, Pot.PENDING);
        } else {
            way.to().receive(in, lot.id(), take.points(), Pot.TRANSFERRED);
        }
    }

    private static void postOut(Way way, long points, Movement movement) {
        way.from()
                .post(
                        way.key().part("out"),
                        PostingKind.TRANSFERRED_OUT,
                        points,
                        new Subject.Transfer(way.id(), way.to().id().memberId()),
                        way.kind().givenText(),
                        way.now(),
                        movement);
    }

    private static void postIn(Way way, long points, Movement movement) {
        way.to()
                .post(
                        way.key().part("in"),
                        PostingKind.TRANSFERRED_IN,
                        points,
                        new Subject.Transfer(way.id(), way.from().id().memberId()),
                        way.kind().takenText(),
                        way.now(),
                        movement);
    }

    private static Movement out(List<Take> takes) {
        var out = new Movement();
        for (var take : takes) {
            var pot = take.lot().pending() ? Pot.PENDING : Pot.ACTIVE;
            out.move(take.points(), pot, Pot.TRANSFERRED);
            out.use(take.lot(), LotUse.Kind.TRANSFERRED, take.points());
        }
        return out;
    }
}
