package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the histories of all accounts side by side. What leads from one account to another happens
 * once both histories have come to it, so that there must be one order of everything that fits all
 * of them.
 */
final class Chronicle {

    private Chronicle() {}

    /**
     * @param end the ledger's time when the books were read
     */
    static Map<Account, Retelling> of(Collection<Case> all, Rules rules, Instant end) {
        Map<Account, Retelling> retellings = new LinkedHashMap<>();
        all.forEach(one -> retellings.put(one.account(), new Retelling(one, rules)));
        boolean moved = true;
        while (moved) {
            moved = false;
            retellings.values().forEach(Retelling::goOn);
            for (Retelling giver : retellings.values()) {
                moved |= giver.receiver().map(retellings::get).filter(giver::meets).isPresent();
            }
        }
        // Whoever waits for an account that is wrong is not wrong for that.
        boolean broken = retellings.values().stream().anyMatch(r -> !r.differences().isEmpty());
        retellings.values().stream()
                .filter(retelling -> !(broken && retelling.waits()))
                .forEach(retelling -> retelling.conclude(end));
        return retellings;
    }

    /** What leaves one currency, as it enters the other; whole points only. */
    static List<Part> exchanged(List<Part> parts, Rules.Exchange exchange) {
        List<Part> entering = new ArrayList<>();
        long taken = 0;
        for (Part part : parts) {
            long before = exchange.upTo(taken);
            taken += part.points();
            long points = exchange.upTo(taken) - before;
            if (points > 0) {
                entering.add(new Part("", part.earnedAt(), part.expiresAt(), points));
            }
        }
        return entering;
    }
}
