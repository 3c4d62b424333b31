package dev.cairn.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.currency.ExpiryModel.Activity;
import dev.cairn.ledger.currency.PointsOf;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlideTest {
    private static final Instant USED = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant END = Instant.parse("2026-04-10T00:00:00Z");
    private static final Map<PostingKind, Activity> USES =
            Map.of(
                    PostingKind.EARNED, Activity.EARNING,
                    PostingKind.REDEEMED, Activity.SPENDING,
                    PostingKind.HOLD_CAPTURED, Activity.SPENDING,
                    PostingKind.TRANSFERRED_OUT, Activity.GIVING,
                    PostingKind.TRANSFERRED_IN, Activity.RECEIVING,
                    PostingKind.CONVERTED_OUT, Activity.CONVERTING,
                    PostingKind.CONVERTED_IN, Activity.CONVERTING);

    private static Instant until(Activity on, PostingKind kind) {
        return Slide.of(PointsOf.sliding(30, on)).orElseThrow().after(kind, USED).until();
    }

    @ParameterizedTest
    @EnumSource
    void eachPostingMovesOnlyTheCurrenciesThatCallItUse(PostingKind kind) {
        for (var activity : Activity.values()) {
            assertThat(until(activity, kind))
                    .as("%s", activity)
                    .isEqualTo(USES.get(kind) == activity ? END : Instant.MIN);
        }
    }

    @Test
    void anEarlierUseMovesNothingBack() {
        var slide = Slide.of(PointsOf.sliding(30, Activity.GIVING)).orElseThrow();
        var used = slide.after(PostingKind.TRANSFERRED_OUT, USED);

        assertThat(used.after(PostingKind.TRANSFERRED_OUT, USED.minusSeconds(90_000)))
                .isEqualTo(used);
    }
}
