package dev.cairn.notify.delivery;

import dev.cairn.kit.event.Cause;
import dev.cairn.notify.candidate.Candidate;

/** A message that was asked for, and why. */
public record Queued(Candidate candidate, Cause cause) {}
