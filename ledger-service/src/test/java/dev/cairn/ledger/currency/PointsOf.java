package dev.cairn.ledger.currency;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import dev.cairn.ledger.currency.Currency.Cap;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Builds currencies that differ from the default in one thing. */
public final class PointsOf {
    private PointsOf() {}

    public static Currency model(ExpiryModel model) {
        return with(ZoneOffset.UTC, model, null, null, null, List.of());
    }

    public static Currency model(ExpiryModel model, ZoneId zone) {
        return with(zone, model, null, null, null, List.of());
    }

    public static Currency sliding(int days, ExpiryModel.Activity... on) {
        return model(new ExpiryModel.Sliding(Period.ofDays(days), Set.of(on), null));
    }

    public static Currency beyond(BeyondBalance policy) {
        return with(ZoneOffset.UTC, null, policy, null, null, List.of());
    }

    public static Currency ownLotsOnly(BeyondBalance policy) {
        return with(ZoneOffset.UTC, null, policy, false, null, List.of());
    }

    public static Currency deadLots(DeadLots policy) {
        return with(ZoneOffset.UTC, null, null, null, policy, List.of());
    }

    public static Currency deadLots(DeadLots policy, ExpiryModel model) {
        return with(ZoneOffset.UTC, model, null, null, policy, List.of());
    }

    public static Currency caps(Cap... caps) {
        return with(ZoneOffset.UTC, null, null, null, null, List.of(caps));
    }

    public static Currency caps(BeyondBalance policy, Cap... caps) {
        return with(ZoneOffset.UTC, null, policy, null, null, List.of(caps));
    }

    public static Currency spendingFirst(AwardCategory... kinds) {
        return new Currency(
                "points",
                null,
                ZoneOffset.UTC,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(kinds));
    }

    private static Currency with(
            ZoneId zone,
            ExpiryModel model,
            BeyondBalance beyond,
            Boolean otherLots,
            DeadLots deadLots,
            List<Cap> caps) {
        return new Currency(
                "points", null, zone, model, beyond, otherLots, deadLots, caps, null, null, null,
                null);
    }
}
