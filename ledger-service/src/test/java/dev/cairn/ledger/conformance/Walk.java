package dev.cairn.ledger.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Goes through time once, with all cases side by side, so that a ledger whose clock never turns
 * back can run them together.
 */
final class Walk {
    /** What became of a case. */
    sealed interface Outcome {
        record Passed() implements Outcome {}

        record Failed(List<String> differences) implements Outcome {}
    }

    private record Due(Course course, int number, Case.Step step) {
        Instant at() {
            return step.at();
        }
    }

    /** One case on its way. */
    private static final class Course {
        private final Case which;
        private final Engine engine;
        private Books books = new Books(List.of(), Map.of(), Map.of());
        private Outcome outcome = new Outcome.Passed();

        Course(Case which, Engine engine) {
            this.which = which;
            this.engine = engine;
        }

        void take(Due due) {
            if (outcome instanceof Outcome.Passed) {
                outcome = outcome(due);
            }
        }

        private Outcome outcome(Due due) {
            try {
                engine.setTime(due.at());
                var answer = engine.execute(which.command(due.step()));
                var after = engine.books();
                var differences =
                        new ArrayList<>(
                                Comparison.differences(due.step().expect(), answer, books, after));
                differences.addAll(Invariants.broken(after));
                books = after;
                return differences.isEmpty()
                        ? outcome
                        : new Outcome.Failed(
                                differences.stream()
                                        .map(d -> "step " + due.number() + ": " + d)
                                        .toList());
            } catch (RuntimeException bug) {
                return new Outcome.Failed(List.of("step " + due.number() + ": " + bug));
            }
        }
    }

    private Walk() {}

    /** Runs the cases and says of each what became of it. */
    static Map<Case, Outcome> through(List<Case> cases, Function<Case, Engine> engines) {
        var courses = cases.stream().map(c -> new Course(c, engines.apply(c))).toList();
        courses.stream()
                .flatMap(Walk::steps)
                .sorted(Comparator.comparing(Due::at))
                .forEach(due -> due.course().take(due));
        var outcomes = new LinkedHashMap<Case, Outcome>();
        courses.forEach(course -> outcomes.put(course.which, course.outcome));
        return outcomes;
    }

    private static java.util.stream.Stream<Due> steps(Course course) {
        var due = new ArrayList<Due>();
        for (var step : course.which.steps()) {
            due.add(new Due(course, due.size() + 1, step));
        }
        return due.stream();
    }
}
