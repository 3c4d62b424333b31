package dev.cairn.rules.evaluation;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.rules.programme.BaseEarning;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Points on the net value of each order, rounded down once per order. */
final class BaseFold {

    private BaseFold() {}

    static Outcome fold(BaseEarning rule, Facts facts) {
        var awards = facts.orders().all().stream().map(order -> award(rule, order, facts)).toList();
        return new Outcome(awards, Optional.empty(), List.of(), null, null);
    }

    private static Award award(BaseEarning rule, Order order, Facts facts) {
        return new Award(
                rule.id() + ":" + order.key().source() + ":" + order.id(),
                rule.id(),
                AwardCategory.BASE,
                pointsOn(order.net(), rule),
                pointsOn(order.gross(), rule),
                order.occurredAt(),
                facts.after(order.occurredAt(), rule.expiresAfter()),
                order.id(),
                reason(order));
    }

    private static long pointsOn(long minorUnits, BaseEarning rule) {
        return Math.multiplyExact(minorUnits / rule.per(), rule.points());
    }

    private static String reason(Order order) {
        var net = money(order.net()) + " " + order.currency();
        return order.net() == order.gross()
                ? "Order " + order.id() + " of " + net + "."
                : "Order " + order.id() + ": " + net + " kept of " + money(order.gross()) + ".";
    }

    private static String money(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, 2).toPlainString();
    }
}
