package dev.cairn.ledger.membership;

import java.util.Set;

/**
 * What a member belongs to, as far as has been heard.
 *
 * @param tier null until the member first changed tier
 */
public record Groups(String tier, Set<String> segments) {
    public static final Groups NONE = new Groups(null, Set.of());

    public Groups {
        segments = Set.copyOf(segments);
    }
}
