package dev.cairn.contracts;

import static dev.cairn.contracts.Sample.AT;
import static dev.cairn.contracts.Sample.MEMBER;
import static dev.cairn.contracts.Sample.complete;

import dev.cairn.contracts.PointsEvent.HoldPlaced;
import dev.cairn.contracts.PointsEvent.HoldSettled;
import dev.cairn.contracts.PointsEvent.PointsActivated;
import dev.cairn.contracts.PointsEvent.PointsAdjusted;
import dev.cairn.contracts.PointsEvent.PointsEarned;
import dev.cairn.contracts.PointsEvent.PointsExpired;
import dev.cairn.contracts.PointsEvent.PointsExpiring;
import dev.cairn.contracts.PointsEvent.PointsRedeemed;
import dev.cairn.contracts.PointsEvent.PointsReversed;
import dev.cairn.contracts.PointsEvent.PointsTransferred;
import dev.cairn.contracts.RewardEvent.AwardCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

final class PointsSamples {
    private static final String POSTING = "p-90001";
    private static final String HOUSEHOLD = "hh-5b1f3c52-6d0f-4a53-8f5e-2f6d3c9b7a10";
    private static final Instant LATER = AT.plus(Duration.ofDays(30));
    private static final String CURRENCY = "points";
    private static final String AWARD = "base:shop:order-1001";

    private PointsSamples() {}

    static Stream<Sample> all() {
        return Stream.of(
                new Sample(earned(AT.plus(Duration.ofDays(365))), earned(null)),
                complete(new PointsActivated(POSTING, MEMBER, CURRENCY, 15, 115, AWARD, AT)),
                complete(
                        new PointsRedeemed(
                                POSTING,
                                MEMBER,
                                CURRENCY,
                                100,
                                15,
                                "r-12",
                                "mug",
                                "Enamel mug",
                                AT)),
                complete(
                        new PointsReversed(
                                POSTING,
                                MEMBER,
                                CURRENCY,
                                15,
                                -5,
                                5,
                                AWARD,
                                AwardCategory.BASE,
                                "The order was returned.",
                                AT)),
                complete(new PointsExpired(POSTING, MEMBER, CURRENCY, 40, 0, AT)),
                new Sample(
                        new PointsExpiring(MEMBER, CURRENCY, 40, LATER, AT, HOUSEHOLD),
                        new PointsExpiring(MEMBER, CURRENCY, 40, LATER, AT)),
                complete(
                        new PointsAdjusted(
                                POSTING,
                                MEMBER,
                                CURRENCY,
                                50,
                                true,
                                65,
                                "Parcel arrived late.",
                                AT)),
                complete(new PointsTransferred(POSTING, MEMBER, "m-4712", CURRENCY, 25, 40, AT)),
                complete(new HoldPlaced("h-8", MEMBER, CURRENCY, 30, 10, AT.plusSeconds(900), AT)),
                complete(new HoldSettled("h-8", MEMBER, CURRENCY, 0, 40, AT)));
    }

    private static PointsEarned earned(Instant expiresAt) {
        return new PointsEarned(
                POSTING, MEMBER, CURRENCY, 15, 100, AWARD, AwardCategory.BASE, true, expiresAt, AT);
    }
}
