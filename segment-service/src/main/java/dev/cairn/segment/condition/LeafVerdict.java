package dev.cairn.segment.condition;

import java.util.Optional;

/**
 * What one leaf found.
 *
 * @param value the member's value; empty when there is none
 */
public record LeafVerdict(
        String field,
        Optional<String> window,
        String op,
        Object wanted,
        Optional<Object> value,
        boolean met) {}
