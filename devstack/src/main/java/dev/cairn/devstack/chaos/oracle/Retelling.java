package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a member's history again by the rules. Commands ran side by side, so nobody but the journal
 * knows their order: each of its postings says which command came next, and the rules say what the
 * command must then have done, to the last point. Awards keep the order of the topic; a wish may
 * not have come before it was sent, nor after it was answered.
 */
final class Retelling {

    private final Case member;
    private final Wallet wallet = new Wallet();
    private final Deque<Award> awards;
    private final Map<String, Wish> redemptions = new HashMap<>();
    private final Map<String, Wish> cancellations = new HashMap<>();
    private final Deque<Change> due = new ArrayDeque<>();
    private final Map<String, Award> causes = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private final RealTime time = new RealTime();

    private Retelling(Case member) {
        this.member = member;
        this.awards = new ArrayDeque<>(member.awards());
        for (Wish wish : member.wishes()) {
            switch (wish.what()) {
                case REDEEMED -> redemptions.put(wish.redemption(), wish);
                case CANCELLED -> cancellations.put(wish.redemption(), wish);
                case INSUFFICIENT -> {
                    // has no place in the journal
                }
            }
        }
    }

    /**
     * @param end the ledger's time when the books were read
     */
    static Retelling of(Case member, Instant end) {
        Retelling retelling = new Retelling(member);
        if (retelling.follow()) {
            retelling.conclude(end);
        }
        return retelling;
    }

    /** What does not fit; after the first posting that does not, nothing is compared any more. */
    List<String> differences() {
        return differences;
    }

    /** Which record of the topic led to a posting. */
    Map<String, Award> causes() {
        return causes;
    }

    private boolean follow() {
        long place = 0;
        for (Line line : member.journal()) {
            place++;
            if (line.version() != place) {
                return differ("the history has %d where %d must be", line.version(), place);
            }
            if (due.isEmpty() && !next(line)) {
                return differ("nothing asked for %s at %d", line.change(), place);
            }
            Change must = due.poll();
            if (!line.change().equals(must)) {
                return differ("%s at %d, must be %s", line.change(), place, must);
            }
            time.state(wallet.active());
        }
        return due.isEmpty() || differ("the history ends before %s", due);
    }

    /** Lets the command happen that this posting belongs to. */
    private boolean next(Line line) {
        Change change = line.change();
        Instant now = line.recordedAt();
        switch (change.kind()) {
            case ACTIVATED, EXPIRED -> due.addAll(wallet.passTime(now));
            case EARNED, REVERSED, EXPIRY_CANCELLED -> {
                while (due.isEmpty() && !awards.isEmpty()) {
                    Award award = awards.poll();
                    due.addAll(wallet.award(award, now));
                    causes.put(line.posting(), award);
                }
            }
            case REDEEMED -> {
                Wish wish = redemptions.remove(change.about());
                if (wish != null) {
                    time.happened(wish);
                    due.addAll(wallet.redeem(change.about(), wish.price(), now));
                }
            }
            case REDEMPTION_CANCELLED -> {
                Wish wish = cancellations.remove(change.about());
                if (wish != null) {
                    time.happened(wish);
                    due.addAll(wallet.cancel(change.about(), now));
                }
            }
        }
        return !due.isEmpty();
    }

    private void conclude(Instant end) {
        while (!awards.isEmpty()) {
            Award award = awards.poll();
            List<Change> left = wallet.award(award, end);
            if (!left.isEmpty()) {
                differ("%s of %s did not happen", left, award);
            }
        }
        List<Change> left = wallet.passTime(end);
        if (!left.isEmpty()) {
            differ("%s did not happen by %s", left, end);
        }
        redemptions.keySet().forEach(id -> differ("redemption %s was granted and is gone", id));
        cancellations.keySet().forEach(id -> differ("cancellation of %s is gone", id));
        wallet.holding().differences(member.holding()).forEach(difference -> differ(difference));
        member.wishes().stream()
                .filter(wish -> wish.what() == Wish.What.INSUFFICIENT)
                .filter(wish -> !time.allows(wish))
                .forEach(wish -> differ("refused without reason: %s", wish));
        time.disorder().forEach(wish -> differ("out of its time: %s", wish));
    }

    private boolean differ(String words, Object... values) {
        String what = values.length == 0 ? words : words.formatted(values);
        differences.add(member.member() + ": " + what);
        return false;
    }
}
