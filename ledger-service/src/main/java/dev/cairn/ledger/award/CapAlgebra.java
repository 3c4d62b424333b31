package dev.cairn.ledger.award;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.Currency.Cap;
import java.util.Comparator;

/**
 * Decides how much of an award its currency's caps let through. A cap speaks when a revision wants
 * more than is paid, each time anew: there may be more room than before, or less. What is paid is
 * never taken back because of a cap. Of several caps the one that lets least through decides.
 */
final class CapAlgebra {
    private CapAlgebra() {}

    private record Limit(Cap cap, long most) {}

    /**
     * The register with the ceiling that holds for it now.
     *
     * @param use what the windows of {@code wanted} hold, {@code before} included
     */
    static Register capped(
            Account account, Currency currency, CapUse use, Register before, Register wanted) {
        var uncapped = wanted.under(null, null);
        if (uncapped.desired() <= before.paid()) {
            return uncapped;
        }
        return currency.caps().stream()
                .map(cap -> new Limit(cap, most(account, currency, cap, use, before, wanted)))
                .filter(limit -> limit.most() < wanted.points())
                .map(
                        limit ->
                                limit.cap().action() == Cap.Action.REJECT
                                        ? none(limit, before)
                                        : limit)
                .min(Comparator.comparingLong(Limit::most))
                .map(limit -> wanted.under(limit.most(), limit.cap().id()))
                .orElse(uncapped);
    }

    private static Limit none(Limit limit, Register before) {
        return new Limit(limit.cap(), before.paid());
    }

    /** The most that this cap lets the award pay in all, not less than what it has paid. */
    private static long most(
            Account account,
            Currency currency,
            Cap cap,
            CapUse use,
            Register before,
            Register wanted) {
        return switch (cap.per()) {
            case AWARD -> Math.max(before.paid(), cap.points());
            case BALANCE -> before.paid() + Math.max(0, cap.points() - kept(account));
            case DAY, WEEK, MONTH, QUARTER, YEAR -> {
                var window =
                        CapWindow.of(account.id(), cap.per(), currency.zone(), wanted.occurredAt())
                                .orElseThrow();
                var own = window.holds(before.occurredAt()) ? before.paid() : 0;
                yield Math.max(before.paid(), cap.points() - (use.paid(window) - own));
            }
        };
    }

    /** What the member has, less what is owed: earning pays debts first. */
    private static long kept(Account account) {
        var balance = account.balance();
        return balance.active() + balance.pending() + balance.held() - balance.arrears();
    }
}
