package dev.cairn.segment.condition;

import java.util.Optional;
import java.util.function.ToLongFunction;

/** Facts that are numbers. */
public enum NumberField implements Labelled {
    /** Purchases that are worth something after returns. */
    PURCHASES("purchases", MemberFacts::purchases, Optional.of(DayTotals::purchases)),
    /** What those purchases are worth after returns, in minor units. */
    NET_SPEND("netSpend", MemberFacts::netSpend, Optional.of(DayTotals::netSpend)),
    /** Points that can be spent, less what is owed. */
    POINTS_BALANCE("pointsBalance", MemberFacts::pointsBalance, Optional.empty());

    private final String label;
    private final ToLongFunction<MemberFacts> total;
    private final Optional<ToLongFunction<DayTotals>> daily;

    NumberField(
            String label,
            ToLongFunction<MemberFacts> total,
            Optional<ToLongFunction<DayTotals>> daily) {
        this.label = label;
        this.total = total;
        this.daily = daily;
    }

    @Override
    public String label() {
        return label;
    }

    boolean windowed() {
        return daily.isPresent();
    }

    long of(MemberFacts facts) {
        return total.applyAsLong(facts);
    }

    long of(DayTotals day) {
        return daily.orElseThrow().applyAsLong(day);
    }
}
