package dev.cairn.rules.evaluation;

/** Why an activity counted as it did, in one plain sentence. */
public record Explanation(String source, String activityId, String sentence) {}
