package dev.cairn.ledger.award;

import dev.cairn.ledger.account.AccountId;
import java.util.HashMap;
import java.util.Map;

/**
 * What awards have paid in the windows of caps, net. It is the sum of the registers: what an award
 * pays uses the caps, and what is taken back from it gives them back. It is never kept anywhere
 * else, so it cannot differ from them, and a cap that is new counts what was paid before.
 */
final class CapUse {
    private final Map<CapWindow, Long> paid;

    CapUse(Map<CapWindow, Long> paid) {
        this.paid = new HashMap<>(paid);
    }

    /** For currencies without caps. */
    static CapUse none() {
        return new CapUse(Map.of());
    }

    long paid(CapWindow window) {
        return paid.getOrDefault(window, 0L);
    }

    /** Counts what became of an award, in the windows that it leaves and that it comes to. */
    void changed(AccountId account, Register before, Register after) {
        paid.replaceAll(
                (window, sum) ->
                        window.account().equals(account)
                                ? sum - within(window, before) + within(window, after)
                                : sum);
    }

    private static long within(CapWindow window, Register register) {
        return window.holds(register.occurredAt()) ? register.paid() : 0;
    }
}
