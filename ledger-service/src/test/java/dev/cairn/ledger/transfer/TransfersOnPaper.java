package dev.cairn.ledger.transfer;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotAllocator.Take;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.transfer.TransferAlgebra.Way;
import java.time.Instant;
import java.util.Optional;

/** Lets the conformance cases give points away without a database. */
public final class TransfersOnPaper {
    private TransfersOnPaper() {}

    public static Optional<Problem> give(
            Account from, Account to, Currency currency, String id, long points, Instant now) {
        var key = new BusinessKey("transfer:" + id);
        var gift =
                new Gift(
                        key.id(),
                        Gift.Kind.GIFT,
                        from.id().memberId(),
                        to.id().memberId(),
                        currency.id(),
                        points,
                        null,
                        null);
        var refusal =
                TransferChecks.refusal(gift, currency)
                        .or(() -> TransferChecks.refusal(gift, from, to));
        if (refusal.isEmpty()) {
            TransferAlgebra.give(new Way(from, to, key, gift.kind(), now), points);
        }
        return refusal;
    }

    /** All that can move goes from a merged member to the other one: points, then debts. */
    public static void follow(Account from, Account to, Instant now) {
        var takes =
                from.lots().stream()
                        .filter(lot -> lot.free() > 0)
                        .sorted(Lot.SPENDING_ORDER)
                        .map(lot -> new Take(lot, lot.free()))
                        .toList();
        TransferAlgebra.move(new Way(from, to, key("merge", from), Gift.Kind.MERGE, now), takes);
        var debt = key("merged-debt", from);
        TransferAlgebra.moveDebt(new Way(to, from, debt, Gift.Kind.MERGE, now));
    }

    private static BusinessKey key(String what, Account left) {
        return BusinessKey.moment(what, left.id(), left.balance().version() + 1);
    }
}
