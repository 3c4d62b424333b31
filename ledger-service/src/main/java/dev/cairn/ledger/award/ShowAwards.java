package dev.cairn.ledger.award;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.award.RegisterStore.Found;
import dev.cairn.ledger.award.RegisterStore.Place;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.merge.MergedMembers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows awards as they are now, also when the sweep has not come by yet. */
@ApplicationScoped
class ShowAwards {
    private final Database database;
    private final RegisterStore registers;
    private final Accounts accounts;
    private final MergedMembers mergedMembers;
    private final Currencies currencies;
    private final CairnClock clock;

    ShowAwards(
            Database database,
            RegisterStore registers,
            Accounts accounts,
            MergedMembers mergedMembers,
            Currencies currencies,
            CairnClock clock) {
        this.database = database;
        this.registers = registers;
        this.accounts = accounts;
        this.mergedMembers = mergedMembers;
        this.currencies = currencies;
        this.clock = clock;
    }

    /**
     * A member's awards of all currencies, newest first, with those of whoever was merged into it.
     */
    Page<AwardView> of(String memberId, String cursor, Limit limit) {
        var before = Cursor.decode(cursor, 3).map(Place::of).orElse(Place.FIRST);
        var now = clock.instant();
        var rows = database.read(tx -> views(tx, memberId, before, limit.andOneMore(), now));
        return Page.of(
                rows,
                limit,
                award -> new Place(award.occurredAt(), award.awardId(), award.member()).cursor());
    }

    private List<AwardView> views(Tx tx, String memberId, Place before, int limit, Instant now) {
        var found = registers.page(tx, mergedMembers.all(tx, memberId), before, limit);
        var lots =
                accounts.lots(tx, found.stream().map(Found::lot).toList()).stream()
                        .collect(Collectors.toMap(Lot::id, Function.identity()));
        return found.stream().map(award -> view(award, lots.get(award.lot().id()), now)).toList();
    }

    private AwardView view(Found found, Lot lot, Instant now) {
        var currency = currencies.rulesOf(found.register().currency());
        var member = found.key().memberId();
        return AwardView.of(member, found.register(), Optional.ofNullable(lot), currency, now);
    }
}
