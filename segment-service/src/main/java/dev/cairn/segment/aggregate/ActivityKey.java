package dev.cairn.segment.aggregate;

/** The identity that a source gave to an activity. */
record ActivityKey(String source, String id) {}
