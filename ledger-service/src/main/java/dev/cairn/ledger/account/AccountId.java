package dev.cairn.ledger.account;

import java.util.Comparator;
import java.util.Objects;

/** Whose points, and of which point currency. Accounts are always locked in this order. */
public record AccountId(String memberId, String currency) implements Comparable<AccountId> {
    /** The point currency of programmes that have only one. */
    public static final String POINTS = "points";

    private static final Comparator<AccountId> ORDER =
            Comparator.comparing(AccountId::memberId).thenComparing(AccountId::currency);

    public AccountId {
        Objects.requireNonNull(memberId, "memberId");
        Objects.requireNonNull(currency, "currency");
    }

    /** The member's account in the default currency. */
    public static AccountId of(String memberId) {
        return new AccountId(memberId, POINTS);
    }

    @Override
    public int compareTo(AccountId other) {
        return ORDER.compare(this, other);
    }
}
