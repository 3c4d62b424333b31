package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds everything that no posting says against the rules, once a history was told to its end. */
final class Ending {

    private final Case one;
    private final Wallet wallet;
    private final RealTime time;
    private final List<String> differences = new ArrayList<>();

    Ending(Case one, Wallet wallet, RealTime time) {
        this.one = one;
        this.wallet = wallet;
        this.time = time;
    }

    /**
     * @param awards that came after the last posting of an award
     * @param gone wishes that were granted and have no posting
     */
    List<String> differences(Iterable<Award> awards, Collection<Wish> gone, Instant end) {
        wallet.openHolds().stream()
                .filter(hold -> wallet.isOverdue(hold, end))
                .forEach(hold -> differ("hold %s has not lapsed by %s", hold, end));
        for (Award award : awards) {
            List<Change> left = wallet.award(award, end);
            if (!left.isEmpty()) {
                differ("%s of %s did not happen", left, award);
            }
        }
        List<Change> left = wallet.passTime(end);
        if (!left.isEmpty()) {
            differ("%s did not happen by %s", left, end);
        }
        gone.forEach(wish -> differ("granted and gone: %s", wish));
        differences.addAll(must().differences(one.holding()));
        one.wishes().stream()
                .filter(wish -> wish.account().equals(one.account()))
                .filter(wish -> !isReasonable(wish))
                .forEach(wish -> differ("refused without reason: %s", wish));
        time.disorder().forEach(wish -> differ("out of its time: %s", wish));
        return differences;
    }

    private boolean isReasonable(Wish wish) {
        return switch (wish.what()) {
            case INSUFFICIENT -> time.allows(wish);
            case TOO_LATE -> !wallet.openHolds().contains(wish.about());
            case TOO_LONG -> wallet.lastsAtMostUntil(wish.about(), wish.until());
            case REDEEMED,
                    CANCELLED,
                    HELD,
                    EXTENDED,
                    CAPTURED,
                    VOIDED,
                    REFUNDED,
                    TRANSFERRED,
                    CONVERTED,
                    ASKED,
                    GIVEN,
                    TAKEN,
                    REJECTED ->
                    true;
        };
    }

    /** What the books must say, with the adjustments, which change nothing before they are done. */
    private Holding must() {
        Holding holding = wallet.holding();
        Map<String, String> deeds = new TreeMap<>(holding.deeds());
        for (Wish wish : one.wishes()) {
            switch (wish.what()) {
                case ASKED ->
                        deeds.putIfAbsent(
                                wish.about(), Holding.adjustment("WAITING", wish.price()));
                case GIVEN -> deeds.put(wish.about(), Holding.adjustment("DONE", wish.price()));
                case TAKEN -> deeds.put(wish.about(), Holding.adjustment("DONE", -wish.price()));
                case REJECTED ->
                        deeds.put(wish.about(), Holding.adjustment("REJECTED", wish.price()));
                case REDEEMED,
                        CANCELLED,
                        HELD,
                        EXTENDED,
                        CAPTURED,
                        VOIDED,
                        REFUNDED,
                        TRANSFERRED,
                        CONVERTED,
                        INSUFFICIENT,
                        TOO_LATE,
                        TOO_LONG -> {
                    // the wallet knows
                }
            }
        }
        return new Holding(
                holding.figures(), holding.lots(), holding.awards(), holding.redemptions(), deeds);
    }

    private void differ(String words, Object... values) {
        differences.add(words.formatted(values));
    }
}
