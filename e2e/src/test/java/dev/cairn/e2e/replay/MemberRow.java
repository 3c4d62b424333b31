package dev.cairn.e2e.replay;

import java.math.BigDecimal;
import java.util.List;

/** A line of {@code members.csv}. */
record MemberRow(
        String member,
        long purchases,
        long netSpendPence,
        long earned,
        long clawedBack,
        long bonus,
        long balance,
        int bestStreakWeeks,
        String tier,
        List<String> segments) {

    static final String HEADER =
            "member,purchases,net_spend,points_earned,points_clawed_back,bonus_points,"
                    + "balance,best_streak_weeks,tier,segments";

    String toCsv() {
        return String.join(
                ",",
                member,
                Long.toString(purchases),
                BigDecimal.valueOf(netSpendPence, 2).toPlainString(),
                Long.toString(earned),
                Long.toString(clawedBack),
                Long.toString(bonus),
                Long.toString(balance),
                Integer.toString(bestStreakWeeks),
                tier,
                String.join(";", segments));
    }
}
