package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.Client.Outcome;
import dev.cairn.devstack.chaos.oracle.Wish;
import dev.cairn.devstack.client.Answer;
import dev.cairn.devstack.client.Json;
import dev.cairn.devstack.client.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends members' wishes to whichever replica is next, and keeps what became of them. What nobody
 * can know stays unknown until the same command, with the same key, is asked again in the end.
 */
final class Crowd {

    private final Arena arena;
    private final Tokens tokens;
    private final History history;
    private final Complaints complaints;
    private final Client client = new Client();
    private final Queue<Wish> wishes = new ConcurrentLinkedQueue<>();
    private final Queue<Command> unknown = new ConcurrentLinkedQueue<>();
    private final Queue<Redeemed> toCancel = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> taken = new ConcurrentHashMap<>();
    private final AtomicLong resolved = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();

    Crowd(Arena arena, Tokens tokens, History history, Complaints complaints) {
        this.arena = arena;
        this.tokens = tokens;
        this.history = history;
        this.complaints = complaints;
    }

    /** What members may wish for. */
    record Reward(String id, long price) {}

    /** A redemption that was granted and that nobody has cancelled yet. */
    record Redeemed(String member, String id, Reward reward, String key) {}

    /**
     * A command under way.
     *
     * @param redemption what to cancel; empty when it is a redemption itself
     */
    private record Command(
            long number,
            String member,
            String key,
            Reward reward,
            String redemption,
            long invokedAt) {
        String what() {
            return redemption.isEmpty() ? "redeem" : "cancel";
        }
    }

    /**
     * A member wants a reward.
     *
     * @param atOnce how often the same request is sent side by side
     */
    void redeem(String member, Reward reward, int atOnce) {
        long number = history.next();
        send(new Command(number, member, "chaos-" + number, reward, "", System.nanoTime()), atOnce);
    }

    /** Somebody cancels a redemption, each of them once. */
    void cancelOne(int atOnce) {
        Redeemed redeemed = toCancel.poll();
        if (redeemed != null) {
            send(
                    new Command(
                            history.next(),
                            redeemed.member(),
                            "",
                            redeemed.reward(),
                            redeemed.id(),
                            System.nanoTime()),
                    atOnce);
        }
    }

    /** Somebody uses a key again for something else, which must be refused. */
    void reuseKey(Reward other) {
        Redeemed known = toCancel.peek();
        if (known == null || known.key().isEmpty() || known.reward().equals(other)) {
            return;
        }
        Outcome outcome =
                redemption(arena.replicas().getFirst().url(), known.member(), known.key(), other);
        if (outcome instanceof Outcome.Answered answered
                && !answered.answer().problem().equals("idempotency-key-reused")) {
            complaints.add("a key did two things: " + answered.answer());
        }
    }

    /** Asks again for everything that is unknown; returns how much still is. */
    int resolve() {
        List<Command> open = new ArrayList<>();
        for (Command next = unknown.poll(); next != null; next = unknown.poll()) {
            open.add(next);
        }
        for (Command command : open) {
            Outcome outcome = ask(command);
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
        history.note(command.number(), "invoke", command.what(), facts(command));
        List<Outcome> outcomes = new ArrayList<>();
        List<Thread> others = new ArrayList<>();
        Queue<Outcome> theirs = new ConcurrentLinkedQueue<>();
        for (int n = 1; n < atOnce; n++) {
            repeated.incrementAndGet();
            others.add(Thread.ofVirtual().start(() -> theirs.add(ask(command))));
        }
        outcomes.add(ask(command));
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
            settle(command, answers.getFirst(), "ok");
        } else if (mayHaveHappened) {
            unknown.add(command);
            history.note(command.number(), "unknown", command.what(), Map.of());
        } else {
            history.note(command.number(), "fail", command.what(), Map.of());
            if (!command.redemption().isEmpty()) {
                toCancel.add(
                        new Redeemed(command.member(), command.redemption(), command.reward(), ""));
            }
        }
    }

    private void settle(Command command, Answer answer, String type) {
        Wish.What what =
                !answer.isSuccess()
                        ? Wish.What.INSUFFICIENT
                        : command.redemption().isEmpty() ? Wish.What.REDEEMED : Wish.What.CANCELLED;
        if (!answer.isSuccess() && !answer.problem().equals("insufficient-points")) {
            history.note(
                    command.number(), "refused", command.what(), Map.of("why", answer.problem()));
            if (!answer.problem().equals("reward-sold-out")) {
                complaints.add("refused for no reason that can be: " + answer);
            }
            return;
        }
        String id = answer.isSuccess() ? answer.json().path("id").asText() : "";
        history.note(
                command.number(),
                answer.isSuccess() ? type : "refused",
                command.what(),
                Map.of("redemption", id));
        wishes.add(
                new Wish(
                        command.member(),
                        what,
                        id,
                        command.reward().price(),
                        answer.isSuccess() ? 0 : answer.json().path("available").asLong(),
                        command.invokedAt(),
                        System.nanoTime()));
        if (what != Wish.What.INSUFFICIENT) {
            taken.merge(command.reward().id(), what == Wish.What.REDEEMED ? 1L : -1L, Long::sum);
        }
        if (what == Wish.What.REDEEMED) {
            toCancel.add(new Redeemed(command.member(), id, command.reward(), command.key()));
        }
    }

    /** Asks one replica, and the next where nobody listens, as a load balancer does. */
    private Outcome ask(Command command) {
        List<Replica> replicas = new ArrayList<>(arena.replicas());
        Collections.shuffle(replicas, ThreadLocalRandom.current());
        Outcome outcome = new Outcome.NotSent();
        for (Replica replica : replicas) {
            if (outcome instanceof Outcome.NotSent) {
                outcome = ask(command, replica.url());
            }
        }
        return outcome;
    }

    private Outcome ask(Command command, String url) {
        return command.redemption().isEmpty()
                ? redemption(url, command.member(), command.key(), command.reward())
                : client.send(
                        "POST",
                        url + "/v1/redemptions/" + command.redemption() + "/cancel",
                        tokens.staff("support"),
                        Optional.empty(),
                        "");
    }

    private Outcome redemption(String url, String member, String key, Reward reward) {
        return client.send(
                "POST",
                url + "/v1/me/redemptions",
                tokens.member(member),
                Optional.of(key),
                Json.text(Map.of("reward", reward.id())));
    }

    private static Map<String, Object> facts(Command command) {
        return Map.of(
                "member", command.member(),
                "key", command.key(),
                "reward", command.reward().id(),
                "redemption", command.redemption());
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
