package dev.cairn.ledger.account;

import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** Whose points, and of which point currency. Accounts are always locked in this order. */
public record AccountId(String memberId, String currency) implements Comparable<AccountId> {
    /** The point currency of programmes that have only one. */
    public static final String POINTS = "points";

    private static final String HOUSEHOLD = "hh-";
    private static final Pattern HOUSEHOLDS =
            Pattern.compile(HOUSEHOLD + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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

    /** The owner of the accounts of a household; has the form of a member's id. */
    public static String household(UUID id) {
        return HOUSEHOLD + id;
    }

    /** Whether it is a household's and no member's. */
    public boolean ofHousehold() {
        return HOUSEHOLDS.matcher(memberId).matches();
    }

    @Override
    public int compareTo(AccountId other) {
        return ORDER.compare(this, other);
    }
}
