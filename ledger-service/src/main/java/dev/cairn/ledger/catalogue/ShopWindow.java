package dev.cairn.ledger.catalogue;

import dev.cairn.ledger.catalogue.Obstacle.NotNow;
import dev.cairn.ledger.catalogue.Payment.Rate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** Decides how a reward looks to somebody: what it costs, and whether it can be had. */
final class ShopWindow {
    private final Onlooker onlooker;
    private final List<LanguageRange> languages;
    private final Instant now;
    private final ZoneId programme;

    /**
     * @param languages best one first
     */
    ShopWindow(Onlooker onlooker, List<LanguageRange> languages, Instant now, ZoneId programme) {
        this.onlooker = onlooker;
        this.languages = languages;
        this.now = now;
        this.programme = programme;
    }

    RewardOffer offer(Reward reward) {
        var price = price(reward);
        var rate = Optional.ofNullable(reward.payment()).flatMap(p -> p.rateAt(now));
        var obstacle = obstacle(reward, price, rate);
        var available = reward.active() && obstacle.isEmpty();
        return new RewardOffer(
                reward.id(),
                reward.type(),
                Texts.in(reward.title(), languages),
                Texts.in(reward.description(), languages),
                reward.images(),
                price.map(Price::points).orElse(null),
                reward.payment() == null
                        ? price.map(Price::currency).orElse(null)
                        : reward.payment().currency(),
                rate.orElse(null),
                reward.stock(),
                available,
                obstacle.map(Obstacle::reason).orElse(reward.active() ? null : "switched-off"),
                missing(price),
                obstacle.map(ShopWindow::opensAt).orElse(null),
                available ? closesAt(reward) : null,
                obstacle.map(ShopWindow::againAt).orElse(null),
                reward.autoRedeem());
    }

    private Optional<Price> price(Reward reward) {
        return onlooker.groups()
                .map(groups -> reward.priceFor(groups, null))
                .orElseGet(() -> reward.prices().stream().findFirst());
    }

    private Optional<Obstacle> obstacle(Reward reward, Optional<Price> price, Optional<Rate> rate) {
        if (reward.payment() == null && price.isEmpty()) {
            return Optional.of(reward.whyNoPrice(null));
        }
        if (reward.payment() != null && rate.isEmpty()) {
            return Optional.of(new NotNow(reward.payment().firstSince()));
        }
        return reward.obstacleAt(now, programme)
                .or(() -> reward.obstacleAfter(taken(reward), now, programme))
                .or(() -> leftOf(reward));
    }

    private Optional<Obstacle> leftOf(Reward reward) {
        if (reward.stock() != null && reward.stock() == 0) {
            return Optional.of(new Obstacle.SoldOut(reward.id()));
        }
        var byCode = reward.type() == RewardType.VOUCHER_CODE;
        return byCode && !onlooker.stocked().contains(reward.id())
                ? Optional.of(new Obstacle.NoCodeLeft())
                : Optional.empty();
    }

    private long taken(Reward reward) {
        return onlooker.taken().getOrDefault(reward.id(), 0L);
    }

    private Long missing(Optional<Price> price) {
        if (price.isEmpty() || onlooker.groups().isEmpty()) {
            return null;
        }
        var has = onlooker.balances().getOrDefault(price.get().currency(), 0L);
        return Math.max(0, price.get().points() - has);
    }

    private Instant closesAt(Reward reward) {
        return Optional.ofNullable(reward.validity())
                .flatMap(validity -> validity.closesAt(now, programme))
                .orElse(null);
    }

    private static Instant opensAt(Obstacle obstacle) {
        return obstacle instanceof NotNow(var opensAt) ? opensAt : null;
    }

    private static Instant againAt(Obstacle obstacle) {
        return obstacle instanceof Obstacle.LimitReached reached ? reached.againAt() : null;
    }
}
