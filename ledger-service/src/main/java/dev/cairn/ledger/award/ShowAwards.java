package dev.cairn.ledger.award;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotName;
import dev.cairn.ledger.award.RegisterStore.Place;
import dev.cairn.ledger.currency.Currencies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows awards as they are now, also when the sweep has not come by yet. */
@ApplicationScoped
class ShowAwards {
    private final Database database;
    private final RegisterStore registers;
    private final Accounts accounts;
    private final Currencies currencies;
    private final CairnClock clock;

    ShowAwards(
            Database database,
            RegisterStore registers,
            Accounts accounts,
            Currencies currencies,
            CairnClock clock) {
        this.database = database;
        this.registers = registers;
        this.accounts = accounts;
        this.currencies = currencies;
        this.clock = clock;
    }

    /** A member's awards of all currencies, newest first. */
    Page<AwardView> of(String memberId, String cursor, Limit limit) {
        var before = Cursor.decode(cursor, 2).map(Place::of).orElse(Place.FIRST);
        var now = clock.instant();
        var rows = database.read(tx -> views(tx, memberId, before, limit.andOneMore(), now));
        return Page.of(
                rows, limit, award -> new Place(award.occurredAt(), award.awardId()).cursor());
    }

    private List<AwardView> views(Tx tx, String memberId, Place before, int limit, Instant now) {
        var found = registers.page(tx, memberId, before, limit);
        var names = found.stream().map(register -> lotName(memberId, register)).toList();
        var lots =
                accounts.lots(tx, names).stream()
                        .collect(Collectors.toMap(Lot::id, Function.identity()));
        return found.stream()
                .map(register -> view(register, lots.get(lotId(memberId, register)), now))
                .toList();
    }

    private AwardView view(Register register, Lot lot, Instant now) {
        var currency = currencies.rulesOf(register.currency());
        return AwardView.of(register, Optional.ofNullable(lot), currency, now);
    }

    private static LotName lotName(String memberId, Register register) {
        return new LotName(new AccountId(memberId, register.currency()), lotId(memberId, register));
    }

    private static UUID lotId(String memberId, Register register) {
        return BusinessKey.lot(memberId, register.awardId()).id();
    }
}
