package dev.cairn.rules.activity;

import dev.cairn.kit.problem.Problem;

/** What becomes of one reported activity. */
sealed interface Verdict {

    /** The activity's id, as far as it could be read. */
    String id();

    record Accepted(String id) implements Verdict {}

    /** The same was reported before. */
    record Duplicate(String id) implements Verdict {}

    record Refused(String id, Problem problem) implements Verdict {}
}
