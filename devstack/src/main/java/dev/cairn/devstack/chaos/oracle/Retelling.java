package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
    private final Map<Granted, Wish> granted = new LinkedHashMap<>();
    private final Deque<Change> due = new ArrayDeque<>();
    private final Map<String, Award> causes = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private final RealTime time = new RealTime();

    private Retelling(Case member) {
        this.member = member;
        this.awards = new ArrayDeque<>(member.awards());
        for (Wish wish : member.wishes()) {
            if (wish.isGranted()) {
                granted.put(new Granted(wish.what(), wish.about()), wish);
            }
        }
    }

    /** What a wish led to; each happens once. */
    private record Granted(Wish.What what, String about) {}

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
            case REDEEMED ->
                    happens(
                            Wish.What.REDEEMED,
                            line,
                            w -> wallet.redeem(w.about(), w.price(), now));
            case REDEMPTION_CANCELLED ->
                    happens(Wish.What.CANCELLED, line, w -> wallet.cancel(w.about(), now));
            case HELD ->
                    happens(
                            Wish.What.HELD,
                            line,
                            w -> wallet.hold(w.about(), w.price(), w.lasting(), now));
            case HOLD_CAPTURED -> happens(Wish.What.CAPTURED, line, w -> captured(w, now));
            case HOLD_RELEASED -> released(line, now);
        }
        return !due.isEmpty();
    }

    private void happens(Wish.What what, Line line, Function<Wish, List<Change>> rule) {
        Wish wish = granted.remove(new Granted(what, line.change().about()));
        if (wish != null) {
            time.happened(wish);
            due.addAll(rule.apply(wish));
        }
    }

    /** Somebody called the hold off or captured a part of it; otherwise its time was over. */
    private void released(Line line, Instant now) {
        happens(Wish.What.VOIDED, line, w -> wallet.release(w.about(), now));
        if (due.isEmpty()) {
            happens(Wish.What.CAPTURED, line, w -> captured(w, now));
        }
        if (due.isEmpty() && wallet.isOverdue(line.change().about(), now)) {
            due.addAll(wallet.release(line.change().about(), now));
        }
    }

    private List<Change> captured(Wish wish, Instant now) {
        return wallet.capture(wish.about(), wish.price(), now);
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
        granted.values().forEach(wish -> differ("granted and gone: %s", wish));
        wallet.openHolds().stream()
                .filter(hold -> wallet.isOverdue(hold, end))
                .forEach(hold -> differ("hold %s has not lapsed by %s", hold, end));
        wallet.holding().differences(member.holding()).forEach(difference -> differ(difference));
        member.wishes().stream()
                .filter(wish -> wish.what() == Wish.What.INSUFFICIENT)
                .filter(wish -> !time.allows(wish))
                .forEach(wish -> differ("refused without reason: %s", wish));
        member.wishes().stream()
                .filter(wish -> wish.what() == Wish.What.TOO_LATE)
                .filter(wish -> wallet.openHolds().contains(wish.about()))
                .forEach(wish -> differ("refused as too late, and the hold is open: %s", wish));
        time.disorder().forEach(wish -> differ("out of its time: %s", wish));
    }

    private boolean differ(String words, Object... values) {
        String what = values.length == 0 ? words : words.formatted(values);
        differences.add(member.member() + ": " + what);
        return false;
    }
}
