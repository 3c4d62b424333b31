package dev.cairn.ledger.catalogue;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.code.CodeStore;
import dev.cairn.ledger.membership.GroupStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds out what has to be known of those who look at a page of the catalogue. */
@ApplicationScoped
class Onlookers {
    private final Accounts accounts;
    private final GroupStore groups;
    private final TakenStore taken;
    private final CodeStore codes;
    private final ZoneId programme;

    Onlookers(
            Accounts accounts,
            GroupStore groups,
            TakenStore taken,
            CodeStore codes,
            @ConfigProperty(name = "cairn.expiry.zone") ZoneId programme) {
        this.accounts = accounts;
        this.groups = groups;
        this.taken = taken;
        this.codes = codes;
        this.programme = programme;
    }

    Onlooker staff(Tx tx, List<Reward> page) {
        return new Onlooker(Optional.empty(), Map.of(), Map.of(), stocked(tx, page));
    }

    Onlooker member(Tx tx, String memberId, List<Reward> page, Instant now) {
        var belongs = groups.of(tx, memberId);
        var balances = new HashMap<String, Long>();
        var since = new HashMap<String, Instant>();
        for (var reward : page) {
            var currency = reward.priceFor(belongs, null).map(Price::currency);
            if (currency.isPresent() && !balances.containsKey(currency.get())) {
                var id = new AccountId(memberId, currency.get());
                balances.put(id.currency(), accounts.peek(tx, id, now).balance().active());
            }
            if (reward.limit() != null) {
                since.put(reward.id(), reward.countedSince(now, programme));
            }
        }
        var counts = taken.counts(tx, memberId, since);
        return new Onlooker(Optional.of(belongs), balances, counts, stocked(tx, page));
    }

    private Set<String> stocked(Tx tx, List<Reward> page) {
        var byCode =
                page.stream()
                        .filter(reward -> reward.type() == RewardType.VOUCHER_CODE)
                        .map(Reward::id)
                        .toList();
        return byCode.isEmpty() ? Set.of() : codes.stocked(tx, byCode);
    }
}
