package dev.cairn.ledger.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cairn.ledger.catalogue.Obstacle.NoSuchPrice;
import dev.cairn.ledger.catalogue.Obstacle.NotForYou;
import dev.cairn.ledger.membership.Groups;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that points buy.
 *
 * @param title by language tag (BCP 47); English is always there
 * @param description by language tag; empty, or English is there
 * @param images addresses of pictures, the best one first
 * @param prices the first one that is for a member is the member's; none for payments
 * @param payment what points are worth; null for all that is no payment
 * @param stock how many are left; null means that there is no limit
 * @param limit how often a member may have it; null means that there is no limit
 * @param validity when it can be had; null means always
 * @param autoRedeem from when on standing orders take it; null when there are none of it
 * @param active whether members can have it
 */
public record Reward(
        String id,
        RewardType type,
        Map<String, String> title,
        Map<String, String> description,
        List<String> images,
        List<Price> prices,
        Payment payment,
        Long stock,
        MemberLimit limit,
        Validity validity,
        AutoRedeem autoRedeem,
        boolean active) {

    public Reward {
        description = description == null ? Map.of() : Map.copyOf(description);
        images = images == null ? List.of() : List.copyOf(images);
        prices = List.copyOf(prices);
    }

    /** The points of the first price, which is all that simple programmes have. */
    @JsonProperty
    public Long price() {
        return prices.isEmpty() ? null : prices.getFirst().points();
    }

    /** The name that the books have. */
    public String titleInEnglish() {
        return title.get("en");
    }

    /** Whether no price depends on who pays it. */
    boolean forEverybody() {
        return prices.stream().allMatch(Price::forEverybody);
    }

    /**
     * What a member pays.
     *
     * @param currency the one that the member wants to pay with; null for any
     */
    public Optional<Price> priceFor(Groups groups, String currency) {
        return prices.stream()
                .filter(price -> currency == null || price.currency().equals(currency))
                .filter(price -> price.isFor(groups))
                .findFirst();
    }

    /** Why there is no price for a member. */
    public Obstacle whyNoPrice(String currency) {
        var inCurrency =
                prices.stream()
                        .filter(price -> currency == null || price.currency().equals(currency))
                        .toList();
        if (inCurrency.isEmpty()) {
            return new NoSuchPrice(
                    prices.stream()
                            .map(Price::currency)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return new NotForYou(
                inCurrency.stream()
                        .flatMap(p -> Stream.concat(p.tiers().stream(), p.segments().stream()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Why it cannot be had at this instant; empty when it can. */
    public Optional<Obstacle> obstacleAt(Instant now, ZoneId programme) {
        if (validity == null || validity.open(now, programme)) {
            return Optional.empty();
        }
        return Optional.of(new Obstacle.NotNow(validity.opensAt(now, programme).orElse(null)));
    }

    /** Why a member who had it this often in the current period cannot have it again. */
    public Optional<Obstacle> obstacleAfter(long taken, Instant now, ZoneId programme) {
        if (limit == null || taken < limit.limit()) {
            return Optional.empty();
        }
        var againAt = limit.until(now, zoneOr(programme)).orElse(null);
        return Optional.of(new Obstacle.LimitReached(limit, taken, againAt));
    }

    /** The beginning of the period that the member's limit counts over. */
    public Instant countedSince(Instant now, ZoneId programme) {
        return limit.since(now, zoneOr(programme));
    }

    private ZoneId zoneOr(ZoneId programme) {
        return validity == null ? programme : validity.zoneOr(programme);
    }
}
