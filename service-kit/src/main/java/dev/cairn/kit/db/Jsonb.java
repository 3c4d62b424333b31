package dev.cairn.kit.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cairn.kit.event.EventCodec;

/** A value that is stored in a column of type {@code jsonb}. */
public record Jsonb(String text) {

    /** The JSON of an object. */
    public static Jsonb of(Object value) {
        try {
            return new Jsonb(EventCodec.json().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + value.getClass().getName(), e);
        }
    }
}
