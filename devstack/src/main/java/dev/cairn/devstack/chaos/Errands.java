package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.Client.Outcome;
import dev.cairn.devstack.client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * Sends commands to whichever replica is next. What nobody can know stays unknown until the same
 * command, with the same key, is asked again in the end.
 */
final class Errands {

    private final Desks desks;
    private final History history;
    private final Complaints complaints;
    private final BiConsumer<Command, Answer> settled;
    private final Queue<Command> unknown = new ConcurrentLinkedQueue<>();
    private final AtomicLong resolved = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();

    /**
     * @param settled told of each command that has an answer, once
     */
    Errands(
            Desks desks,
            History history,
            Complaints complaints,
            BiConsumer<Command, Answer> settled) {
        this.desks = desks;
        this.history = history;
        this.complaints = complaints;
        this.settled = settled;
    }

    /**
     * Sends it under a key of its own.
     *
     * @param atOnce how often the same request is sent side by side
     */
    void send(Command wish, int atOnce) {
        long number = history.next();
        Command command = wish.sent(number, "chaos-" + number);
        history.note(number, "invoke", command.label(), command.facts());
        List<Thread> others = new ArrayList<>();
        Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        for (int n = 1; n < atOnce; n++) {
            repeated.incrementAndGet();
            others.add(Thread.ofVirtual().start(() -> outcomes.add(desks.ask(command))));
        }
        outcomes.add(desks.ask(command));
        others.forEach(Errands::join);
        conclude(command, List.copyOf(outcomes));
    }

    /** Sends a key again with something else in it, which must be refused. */
    void misuse(Command command) {
        if (desks.ask(command) instanceof Outcome.Answered answered
                && !answered.answer().problem().equals("idempotency-key-reused")) {
            complaints.add("a key did two things: " + answered.answer());
        }
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
            if (answers.stream().map(Errands::essence).distinct().count() > 1) {
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
        settled.accept(command, answer);
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

    long resolved() {
        return resolved.get();
    }

    /** Requests that were sent more than once under the same key. */
    long repeated() {
        return repeated.get();
    }

    /** What two answers to the same command have in common. */
    static String essence(Answer answer) {
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
