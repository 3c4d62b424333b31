package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.day;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Balance;
import dev.cairn.ledger.account.Standing;
import dev.cairn.ledger.adjustment.AdjustmentsOnPaper;
import dev.cairn.ledger.conversion.ConversionsOnPaper;
import dev.cairn.ledger.currency.Currency;
import java.util.List;

/** Where points come from and go to besides awards: a friend, support, another currency. */
final class Others {
    private final Friend friend = new Friend();
    private final Currency currency;
    private final Account miles =
            new Account(new AccountId("m-1", "miles"), Balance.EMPTY, Standing.GOOD, List.of());
    private int done;

    Others(Currency currency) {
        this.currency = currency;
    }

    void give(Book book, Step.Gift gift, int today) {
        var end = gift.lasts() == 0 ? null : day(today + gift.lasts());
        var award = "a" + gift.award();
        book.change(account -> friend.give(account, award, gift.points(), end, day(today)));
    }

    void borrow(Book book, long points, int today) {
        book.change(account -> friend.borrow(account, points, day(today)));
    }

    /** Nothing goes below zero. */
    void adjust(Book book, long points, int today) {
        book.change(
                account ->
                        AdjustmentsOnPaper.adjust(
                                account,
                                currency,
                                "deed" + done++,
                                points,
                                "goodwill",
                                null,
                                day(today)));
    }

    /** One for one, in either direction, as far as there are points. */
    void convert(Book book, Step.Convert convert, int today) {
        book.change(
                account -> {
                    var from = convert.out() ? account : miles;
                    var to = convert.out() ? miles : account;
                    var rules = convert.out() ? Currency.named("miles") : currency;
                    var id = "conversion" + done++;
                    ConversionsOnPaper.change(from, to, rules, id, convert.points(), day(today));
                });
    }
}
