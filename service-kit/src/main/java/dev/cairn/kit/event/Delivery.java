package dev.cairn.kit.event;

import dev.cairn.contracts.Event;

/**
 * An event as it arrived.
 *
 * @param id CloudEvents id, unique per source
 * @param source CloudEvents source
 * @param cause for the events that follow from this one
 */
public record Delivery<E extends Event>(E event, String id, String source, Cause cause) {}
