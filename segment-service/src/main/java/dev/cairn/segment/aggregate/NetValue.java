package dev.cairn.segment.aggregate;

import dev.cairn.segment.aggregate.Activity.Line;
import java.util.Collection;
import java.util.HashMap;

/** What is left of a purchase. */
final class NetValue {
    private NetValue() {}

    /**
     * Pieces that were bought and did not come back, at their price. Of a line no more can come
     * back than was bought. The order of the returns does not matter.
     */
    static long of(Activity purchase, Collection<Activity> returns) {
        if (purchase.voided()) {
            return 0;
        }
        var back = new HashMap<String, Long>();
        returns.stream()
                .filter(r -> !r.voided() && r.member().equals(purchase.member()))
                .flatMap(r -> r.lines().stream())
                .forEach(line -> back.merge(line.line(), line.quantity(), Math::addExact));
        long net = 0;
        for (Line line : purchase.lines()) {
            long gone = Math.min(line.quantity(), back.getOrDefault(line.line(), 0L));
            back.merge(line.line(), -gone, Math::addExact);
            long left = line.quantity() - gone;
            net = Math.addExact(net, Math.multiplyExact(left, line.unitPrice()));
        }
        return net;
    }
}
