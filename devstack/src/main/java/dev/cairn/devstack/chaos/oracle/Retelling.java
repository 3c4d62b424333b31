package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells an account's history again by the rules. Commands ran side by side, so nobody but the
 * journal knows their order: each of its postings says which command came next, and the rules say
 * what the command must then have done, to the last point. Awards keep the order of the topic; a
 * wish may not have come before it was sent, nor after it was answered.
 */
final class Retelling {

    private final Case one;
    private final Rules rules;
    private final Wallet wallet;
    private final Deque<Award> awards;
    private final Map<Granted, Wish> granted = new LinkedHashMap<>();
    private final Deque<Change> due = new ArrayDeque<>();
    private final Map<String, Award> causes = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private final RealTime time = new RealTime();
    private int place;
    private Wish meeting;

    Retelling(Case one, Rules rules) {
        this.one = one;
        this.rules = rules;
        this.wallet = new Wallet(rules, one.births());
        this.awards = new ArrayDeque<>(one.awards());
        one.wishes().stream()
                .filter(Wish::isPosted)
                .forEach(wish -> granted.put(new Granted(wish.what(), wish.about()), wish));
    }

    /** What a wish led to; each happens once. */
    private record Granted(Wish.What what, String about) {}

    /** What does not fit; after the first posting that does not, nothing is compared any more. */
    List<String> differences() {
        return differences;
    }

    /** Which record of the topic led to a posting. */
    Map<String, Award> causes() {
        return causes;
    }

    /**
     * Goes on to the end, to what does not fit, or to what another account must come to as well.
     */
    void goOn() {
        while (meeting == null && differences.isEmpty() && place < one.journal().size()) {
            step(one.journal().get(place));
        }
    }

    private void step(Line line) {
        if (line.version() != place + 1) {
            differ("the history has %d where %d must be", line.version(), place + 1);
            return;
        }
        if (due.isEmpty()) {
            next(line);
        }
        if (meeting != null) {
            return;
        }
        Change must = due.poll();
        if (must == null) {
            differ("nothing asked for %s at %d", line.change(), place + 1);
        } else if (!line.change().equals(must)) {
            differ("%s at %d, must be %s", line.change(), place + 1, must);
        } else {
            place++;
            time.state(wallet.active());
        }
    }

    /** Lets the command happen that this posting belongs to. */
    private void next(Line line) {
        Change change = line.change();
        Instant now = line.recordedAt();
        switch (change.kind()) {
            case ACTIVATED, EXPIRED -> fellDue(now);
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
            case REDEMPTION_CANCELLED -> {
                happens(Wish.What.CANCELLED, line, w -> wallet.cancel(w.about(), now));
                happens(Wish.What.REFUNDED, line, w -> wallet.refund(w.about(), w.price(), now));
            }
            case HELD -> happens(Wish.What.HELD, line, w -> held(w, now));
            case HOLD_CAPTURED -> happens(Wish.What.CAPTURED, line, w -> captured(w, now));
            case HOLD_RELEASED -> released(line, now);
            case TRANSFERRED_OUT, TRANSFERRED_IN -> comesTo(Wish.What.TRANSFERRED, line);
            case CONVERTED_OUT, CONVERTED_IN -> comesTo(Wish.What.CONVERTED, line);
            case ADJUSTED_UP ->
                    happens(Wish.What.GIVEN, line, w -> wallet.adjustUp(w.about(), w.price(), now));
            case ADJUSTED_DOWN ->
                    happens(
                            Wish.What.TAKEN,
                            line,
                            w -> wallet.adjustDown(w.about(), w.price(), now));
        }
    }

    /** If nothing did by the dates that are known, a revision must have moved some. */
    private void fellDue(Instant now) {
        due.addAll(wallet.passTime(now));
        while (due.isEmpty() && !awards.isEmpty() && wallet.isOfDatesOnly(awards.peek())) {
            due.addAll(wallet.award(awards.poll(), now));
        }
    }

    private void happens(Wish.What what, Line line, Function<Wish, List<Change>> rule) {
        Wish wish = granted.remove(new Granted(what, line.change().about()));
        if (wish != null) {
            time.happened(wish);
            due.addAll(rule.apply(wish));
        }
    }

    /** What became longer did so while it was open, whenever that was. */
    private List<Change> held(Wish wish, Instant now) {
        List<Change> changes = wallet.hold(wish.about(), wish.price(), wish.lasting(), now);
        one.wishes().stream()
                .filter(w -> w.what() == Wish.What.EXTENDED && w.about().equals(wish.about()))
                .filter(w -> !wallet.extend(w.about(), w.lasting(), w.until()))
                .forEach(w -> differ("extended beyond reason: %s", w));
        return changes;
    }

    /** Somebody called the hold off or captured a part of it; otherwise its time was over. */
    private void released(Line line, Instant now) {
        happens(Wish.What.VOIDED, line, w -> wallet.release(w.about(), now));
        if (due.isEmpty()) {
            happens(Wish.What.CAPTURED, line, w -> captured(w, now));
        }
        if (due.isEmpty()) {
            due.addAll(wallet.passTime(now));
        }
    }

    private List<Change> captured(Wish wish, Instant now) {
        return wallet.capture(wish.about(), wish.price(), now);
    }

    private void comesTo(Wish.What what, Line line) {
        meeting = granted.remove(new Granted(what, line.change().about()));
    }

    /** Whether it has come to something that another account has not come to. */
    boolean waits() {
        return meeting != null;
    }

    /** To whom the points go that this account is about to give. */
    Optional<Account> receiver() {
        return meeting != null && meeting.account().equals(one.account())
                ? Optional.of(meeting.other())
                : Optional.empty();
    }

    /** Gives what both histories have come to; false when the other one is not there yet. */
    boolean meets(Retelling receiver) {
        if (!meeting.equals(receiver.meeting)) {
            return false;
        }
        Wish wish = meeting;
        Instant now = line().recordedAt();
        if (wish.what() == Wish.What.TRANSFERRED) {
            var given = wallet.give(Kind.TRANSFERRED_OUT, wish.about(), wish.price(), now);
            happened(given.changes());
            receiver.receives(Kind.TRANSFERRED_IN, given.parts());
        } else {
            var exchange = rules.exchange(wish.account(), wish.other(), wish.price(), now);
            var given = wallet.give(Kind.CONVERTED_OUT, wish.about(), exchange.taken(), now);
            happened(given.changes());
            receiver.receives(Kind.CONVERTED_IN, Chronicle.exchanged(given.parts(), exchange));
        }
        return true;
    }

    private void receives(Kind kind, List<Part> parts) {
        happened(
                parts.isEmpty()
                        ? List.of()
                        : wallet.receive(kind, meeting.about(), parts, line().recordedAt()));
    }

    private void happened(List<Change> changes) {
        time.happened(meeting);
        meeting = null;
        if (changes.isEmpty()) {
            differ("nothing could be given at %d: %s", place + 1, line().change());
        }
        due.addAll(changes);
    }

    private Line line() {
        return one.journal().get(place);
    }

    /** Compares what is left; only where everything has fitted so far. */
    void conclude(Instant end) {
        if (meeting != null) {
            differ("only one account knows of %s at %d", line().change(), place + 1);
        }
        if (!due.isEmpty()) {
            differ("the history ends before %s", due);
        }
        if (differences.isEmpty()) {
            new Ending(one, wallet, time)
                    .differences(awards, granted.values(), end)
                    .forEach(difference -> differ("%s", difference));
        }
    }

    private void differ(String words, Object... values) {
        differences.add(one.account() + ": " + words.formatted(values));
    }
}
