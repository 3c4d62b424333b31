package dev.cairn.ledger.conformance;

import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Translates between the words of a case and those of this ledger. */
final class Names {
    private final List<String> currencies;

    Names(List<String> currencies) {
        this.currencies = currencies;
    }

    /** The account that a command means. */
    AccountId account(String member, String currency) {
        return new AccountId(
                member == null ? Case.Posting.ANN : member,
                currency == null ? currencies.getFirst() : currency);
    }

    /** An account as the cases call it. */
    String account(AccountId id) {
        return id.currency().equals(currencies.getFirst())
                ? id.memberId()
                : id.memberId() + "/" + id.currency();
    }

    /** A lot that came into being through a command. */
    static String lot(Lot lot, String cause) {
        if (lot.source() == LotSource.AWARD) {
            return lot.awardId();
        }
        return lot.awardId() == null ? cause : cause + "/" + lot.awardId();
    }

    /** The name of a new lot; members may have awards of the same name. */
    static String unlessTaken(String name, String account, Collection<String> taken) {
        return taken.contains(name) ? account + "/" + name : name;
    }

    /** A constant as the cases call it. */
    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
