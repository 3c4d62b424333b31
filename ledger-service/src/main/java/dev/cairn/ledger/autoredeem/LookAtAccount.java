package dev.cairn.ledger.autoredeem;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.autoredeem.StandingOrderAlgebra.Sight;
import dev.cairn.ledger.catalogue.FindOffer;
import dev.cairn.ledger.redemption.AutomaticStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds out what a standing order has to know, in the programme's days. */
@ApplicationScoped
class LookAtAccount {
    private final FindOffer findOffer;
    private final AutomaticStore automatic;
    private final ZoneId programme;

    LookAtAccount(
            FindOffer findOffer,
            AutomaticStore automatic,
            @ConfigProperty(name = "cairn.expiry.zone") ZoneId programme) {
        this.findOffer = findOffer;
        this.automatic = automatic;
        this.programme = programme;
    }

    /** What can be seen now. Called with the account locked. */
    Sight look(Tx tx, Account account, StandingOrder order, Instant now) {
        var id = account.id();
        var made = automatic.of(tx, id.memberId(), startOf(today(now)));
        var found = findOffer.find(tx, id.memberId(), order.reward(), id.currency(), now);
        return new Sight(
                account.standing(),
                account.balance().active(),
                made.recently(),
                made.undone(),
                Offer.of(found));
    }

    /** Points that ever came back of what was redeemed by itself. */
    long undone(Tx tx, String memberId, Instant now) {
        return automatic.of(tx, memberId, now).undone();
    }

    /** The first instant of the next day. */
    Instant tomorrow(Instant now) {
        return startOf(today(now).plusDays(1));
    }

    private LocalDate today(Instant now) {
        return now.atZone(programme).toLocalDate();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(programme).toInstant();
    }
}
