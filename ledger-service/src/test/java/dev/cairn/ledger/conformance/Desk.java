package dev.cairn.ledger.conformance;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Answers each wish once and for all, as the service does in its database. */
final class Desk {
    private final Map<Key, Answered> answers = new HashMap<>();

    /** Keys belong to their caller. */
    record Key(String caller, Object key) {}

    private record Answered(Command wish, Engine.Answer answer) {}

    Engine.Answer once(Key key, Command wish, Supplier<Engine.Answer> work) {
        var before = answers.get(key);
        if (before == null) {
            var answer = work.get();
            answers.put(key, new Answered(wish, answer));
            return answer;
        }
        return before.wish().equals(wish) ? before.answer() : Refusals.of("idempotency-key-reused");
    }
}
