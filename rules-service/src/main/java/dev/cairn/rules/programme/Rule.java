package dev.cairn.rules.programme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One thing that pays; the file tells the kinds apart by {@code type}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(name = "base-earning", value = BaseEarning.class),
    @Type(name = "purchase-ladder", value = PurchaseLadder.class),
    @Type(name = "period-streak", value = PeriodStreak.class),
    @Type(name = "profile-goal", value = ProfileGoal.class),
    @Type(name = "tier-ladder", value = TierLadder.class),
    @Type(name = "budgeted-campaign", value = BudgetedCampaign.class)
})
public sealed interface Rule
        permits BaseEarning,
                PurchaseLadder,
                PeriodStreak,
                ProfileGoal,
                TierLadder,
                BudgetedCampaign {

    /** Unique in the programme; award ids begin with it. */
    String id();

    /** What members call it. */
    Title title();
}
