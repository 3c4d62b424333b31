package dev.cairn.segment.membership;

import dev.cairn.kit.event.Cause;
import dev.cairn.segment.member.Member;

/**
 * A member before and after something happened.
 *
 * @param trace goes with the events that follow
 */
public record Change(Member before, Member after, MoveCause cause, Cause trace) {}
