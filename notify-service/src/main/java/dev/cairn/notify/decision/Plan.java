package dev.cairn.notify.decision;

/**
 * What is to happen with a message now. A message has two legs: the inbox in the app, and the
 * outreach to one channel outside of it.
 */
public record Plan(Decision inbox, Decision outreach) {}
