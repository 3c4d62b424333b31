package dev.cairn.rules.evaluation;

/** What identifies an activity for ever. */
record ActivityKey(String source, String activityId) {}
