package dev.cairn.segment.membership;

import java.time.Instant;

/**
 * A member is in a segment.
 *
 * @param version of the definition by which the member entered
 */
record Membership(String member, String segment, long version, Instant since) {}
