package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Balance;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotAllocator.Take;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.account.Movement;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Standing;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.transfer.Gift;
import dev.cairn.ledger.transfer.TransferAlgebra;
import dev.cairn.ledger.transfer.TransferAlgebra.Way;
import java.time.Instant;
import java.util.List;

/** Another member, with awards of the same names, who gives points and gives them back. */
final class Friend {
    private final String member;
    private final Account account;
    private int gifts;

    Friend() {
        this("m-2");
    }

    Friend(String member) {
        this.member = member;
        this.account = new Account(AccountId.of(member), Balance.EMPTY, Standing.GOOD, List.of());
    }

    /** Gives points that an award of this name just paid to this friend. */
    void give(Account to, String awardId, long points, Instant expiresAt, Instant now) {
        var lotId = BusinessKey.lot(member, awardId).id();
        var lot =
                account.find(lotId)
                        .orElseGet(() -> Lot.open(lotId, LotSource.AWARD, awardId, now, expiresAt))
                        .expiringAt(expiresAt)
                        .grown(points);
        account.put(lot);
        var movement = new Movement();
        account.receive(movement, lotId, points, Pot.ISSUED);
        account.post(
                new BusinessKey("award:" + member + ":" + gifts + ":" + awardId),
                PostingKind.EARNED,
                points,
                new Subject.Award(awardId, AwardCategory.BASE, false, expiresAt),
                null,
                now,
                movement);
        TransferAlgebra.move(way(account, to, now), List.of(new Take(lot, points)));
    }

    /** Is given points, and gives exactly those back; none if there are too few. */
    void borrow(Account from, long points, Instant now) {
        if (points > from.balance().active()) {
            return;
        }
        TransferAlgebra.give(way(from, account, now), points);
        var takes =
                account.lots().stream()
                        .filter(lot -> lot.source() == LotSource.TRANSFER && lot.free() > 0)
                        .map(lot -> new Take(lot, lot.free()))
                        .toList();
        TransferAlgebra.move(way(account, from, now), takes);
        PassTime.until(now, from);
    }

    private Way way(Account from, Account to, Instant now) {
        return new Way(from, to, new BusinessKey("gift:" + gifts++), Gift.Kind.GIFT, now);
    }
}
