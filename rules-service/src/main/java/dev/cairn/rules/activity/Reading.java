package dev.cairn.rules.activity;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.problem.Problem;

/** One item of a request: an activity, or why it is none. */
sealed interface Reading {

    record Activity(ActivityEvent event, Cause cause) implements Reading {}

    /** The id is null when not even that could be read. */
    record Unreadable(String id, Problem problem) implements Reading {}
}
