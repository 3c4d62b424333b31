package dev.cairn.rules.evaluation;

import java.util.List;

/**
 * A member's purchases, added up.
 *
 * @param accepted purchases that were reported and not voided; returned ones too
 * @param counted purchases of which something of value is left
 * @param netSpendMinor what was bought and kept, in minor units of whatever currency
 */
public record OrderTotals(long accepted, long counted, long netSpendMinor) {

    static OrderTotals of(List<Order> orders) {
        return new OrderTotals(
                orders.stream().filter(order -> !order.voided()).count(),
                orders.stream().filter(Order::counts).count(),
                orders.stream().mapToLong(Order::net).sum());
    }
}
