package dev.cairn.ledger.catalogue;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.page.Limit;
import dev.cairn.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows the catalogue to a member, with what each reward costs this one, or to staff. */
@ApplicationScoped
class ShowRewards {
    private final Database database;
    private final RewardStore rewards;
    private final Onlookers onlookers;
    private final CairnClock clock;
    private final ZoneId programme;

    ShowRewards(
            Database database,
            RewardStore rewards,
            Onlookers onlookers,
            CairnClock clock,
            @ConfigProperty(name = "cairn.expiry.zone") ZoneId programme) {
        this.database = database;
        this.rewards = rewards;
        this.onlookers = onlookers;
        this.clock = clock;
        this.programme = programme;
    }

    /**
     * What the reader wants to see.
     *
     * @param languages best one first
     */
    record Wanted(boolean withInactive, List<LanguageRange> languages, String cursor, Limit limit) {
        private String after() {
            return Cursor.decode(cursor, 1).map(List::getFirst).orElse("");
        }
    }

    Page<RewardOffer> toMember(String memberId, Wanted wanted) {
        return database.read(tx -> show(tx, Optional.of(memberId), wanted, clock.instant()));
    }

    Page<RewardOffer> toStaff(Wanted wanted) {
        return database.read(tx -> show(tx, Optional.empty(), wanted, clock.instant()));
    }

    private Page<RewardOffer> show(Tx tx, Optional<String> memberId, Wanted wanted, Instant now) {
        var size = wanted.limit().andOneMore();
        var rows = rewards.list(tx, wanted.withInactive(), wanted.after(), size);
        var onlooker =
                memberId.map(id -> onlookers.member(tx, id, rows, now))
                        .orElseGet(() -> onlookers.staff(tx, rows));
        var window = new ShopWindow(onlooker, wanted.languages(), now, programme);
        return Page.of(
                rows.stream().map(window::offer).toList(),
                wanted.limit(),
                offer -> Cursor.encode(offer.id()));
    }
}
