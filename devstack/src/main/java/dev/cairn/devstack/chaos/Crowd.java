package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.Client.Outcome;
import dev.cairn.devstack.chaos.oracle.Wish;
import dev.cairn.devstack.client.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends members' wishes to whichever replica is next, and keeps what became of them. What nobody
 * can know stays unknown until the same command, with the same key, is asked again in the end.
 */
final class Crowd {

    private final Desks desks;
    private final History history;
    private final Complaints complaints;
    private final Queue<Wish> wishes = new ConcurrentLinkedQueue<>();
    private final Queue<Command> unknown = new ConcurrentLinkedQueue<>();
    private final Queue<Command> toCancel = new ConcurrentLinkedQueue<>();
    private final Queue<Command> toSettle = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> taken = new ConcurrentHashMap<>();
    private final AtomicLong resolved = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();

    Crowd(Desks desks, History history, Complaints complaints) {
        this.desks = desks;
        this.history = history;
        this.complaints = complaints;
    }

    /**
     * A member wants a reward.
     *
     * @param atOnce how often the same request is sent side by side
     */
    void redeem(String member, Reward reward, int atOnce) {
        send(
                command(Wish.What.REDEEMED, member, "", reward.id(), reward.price(), Duration.ZERO),
                atOnce);
    }

    /** Somebody cancels a redemption, each of them once. */
    void cancelOne(int atOnce) {
        Command granted = toCancel.poll();
        if (granted != null) {
            send(follow(Wish.What.CANCELLED, granted, granted.points()), atOnce);
        }
    }

    /** A shop reserves points. */
    void hold(String member, long points, Duration lasting, int atOnce) {
        send(command(Wish.What.HELD, member, "", "", points, lasting), atOnce);
    }

    /**
     * A shop ends a hold, each of them once, if it is not too late.
     *
     * @param share how much of it is taken; nothing means that it is called off
     */
    void settleOne(double share, int atOnce) {
        Command granted = toSettle.poll();
        if (granted != null) {
            long points = Math.round(share * granted.points());
            Wish.What what = points == 0 ? Wish.What.VOIDED : Wish.What.CAPTURED;
            send(follow(what, granted, points), atOnce);
        }
    }

    /** Somebody uses a key again for something else, which must be refused. */
    void reuseKey(Reward other) {
        Command known = toCancel.peek();
        if (known == null || known.reward().equals(other.id())) {
            return;
        }
        Command reuse =
                new Command(
                        0,
                        Wish.What.REDEEMED,
                        known.member(),
                        known.key(),
                        "",
                        other.id(),
                        other.price(),
                        Duration.ZERO,
                        System.nanoTime());
        if (desks.ask(reuse) instanceof Outcome.Answered answered
                && !answered.answer().problem().equals("idempotency-key-reused")) {
            complaints.add("a key did two things: " + answered.answer());
        }
    }

    private Command follow(Wish.What what, Command granted, long points) {
        return command(
                what, granted.member(), granted.about(), granted.reward(), points, Duration.ZERO);
    }

    private Command command(
            Wish.What what,
            String member,
            String about,
            String reward,
            long points,
            Duration lasting) {
        long number = history.next();
        return new Command(
                number,
                what,
                member,
                "chaos-" + number,
                about,
                reward,
                points,
                lasting,
                System.nanoTime());
    }

    /** Asks again for everything that is unknown; returns how much still is. */
    int resolve() {
        List<Command> open = new ArrayList<>();
        for (Command next = unknown.poll(); next != null; next = unknown.poll()) {
            open.add(next);
        }
        for (Command command : open) {
            Outcome outcome = desks.ask(command);
            if (outcome instanceof Outcome.Answered answered) {
                resolved.incrementAndGet();
                settle(command, answered.answer(), "resolved");
            } else {
                unknown.add(command);
            }
        }
        return unknown.size();
    }

    Collection<Wish> wishes() {
        return wishes;
    }

    /** How often each reward was granted and not given back. */
    Map<String, Long> takenByReward() {
        return taken;
    }

    long resolved() {
        return resolved.get();
    }

    /** Requests that were sent more than once under the same key. */
    long repeated() {
        return repeated.get();
    }

    private void send(Command command, int atOnce) {
        history.note(command.number(), "invoke", command.label(), command.facts());
        List<Outcome> outcomes = new ArrayList<>();
        List<Thread> others = new ArrayList<>();
        Queue<Outcome> theirs = new ConcurrentLinkedQueue<>();
        for (int n = 1; n < atOnce; n++) {
            repeated.incrementAndGet();
            others.add(Thread.ofVirtual().start(() -> theirs.add(desks.ask(command))));
        }
        outcomes.add(desks.ask(command));
        others.forEach(Crowd::join);
        outcomes.addAll(theirs);
        conclude(command, outcomes);
    }

    private void conclude(Command command, List<Outcome> outcomes) {
        List<Answer> answers = new ArrayList<>();
        boolean mayHaveHappened = false;
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Answered answered -> answers.add(answered.answer());
                case Outcome.Unknown lost -> mayHaveHappened = true;
                case Outcome.NotSent notSent -> {
                    // as if nobody had asked
                }
            }
        }
        if (!answers.isEmpty()) {
            history.answered(command.invokedAt(), System.nanoTime());
            if (answers.stream().map(Crowd::essence).distinct().count() > 1) {
                complaints.add("one command has several answers: " + answers);
            }
            Answer answer = answers.getFirst();
            settle(command, answer, answer.isSuccess() ? "ok" : "refused");
        } else if (mayHaveHappened) {
            unknown.add(command);
            history.note(command.number(), "unknown", command.label(), Map.of());
        } else {
            history.note(command.number(), "fail", command.label(), Map.of());
        }
    }

    private void settle(Command command, Answer answer, String type) {
        history.note(command.number(), type, command.label(), Map.of("answer", essence(answer)));
        Optional<Wish.What> meaning = meaning(command, answer);
        if (meaning.isPresent()) {
            keep(command, answer, meaning.get());
        } else if (!answer.problem().equals("reward-sold-out")) {
            complaints.add("refused for no reason that can be: " + answer);
        }
    }

    /** Empty when neither the member's points, nor time, nor the command's success decided. */
    private static Optional<Wish.What> meaning(Command command, Answer answer) {
        if (answer.isSuccess()) {
            return Optional.of(command.what());
        }
        return switch (answer.problem()) {
            case "insufficient-points" -> Optional.of(Wish.What.INSUFFICIENT);
            case "hold-lapsed" -> Optional.of(Wish.What.TOO_LATE);
            default -> Optional.empty();
        };
    }

    private void keep(Command command, Answer answer, Wish.What what) {
        String id = answer.isSuccess() ? essence(answer) : command.about();
        wishes.add(
                new Wish(
                        command.member(),
                        what,
                        id,
                        command.points(),
                        what == Wish.What.INSUFFICIENT
                                ? answer.json().path("available").asLong()
                                : 0,
                        command.lasting(),
                        command.invokedAt(),
                        System.nanoTime()));
        switch (what) {
            case REDEEMED -> {
                taken.merge(command.reward(), 1L, Long::sum);
                toCancel.add(command.granted(id));
            }
            case CANCELLED -> taken.merge(command.reward(), -1L, Long::sum);
            case HELD -> toSettle.add(command.granted(id));
            case CAPTURED, VOIDED, INSUFFICIENT, TOO_LATE -> {
                // nothing follows
            }
        }
    }

    /** What two answers to the same command have in common. */
    private static String essence(Answer answer) {
        return answer.isSuccess() ? answer.json().path("id").asText() : answer.problem();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
