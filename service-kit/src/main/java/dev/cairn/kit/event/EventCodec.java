package dev.cairn.kit.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cairn.contracts.Event;
import dev.cairn.contracts.EventType;
import dev.cairn.kit.text.StorableText;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Events to JSON and back. Unknown fields of events are ignored, because a producer may add fields
 * within a version.
 */
public final class EventCodec {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(StorableText.module())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .serializationInclusion(JsonInclude.Include.NON_NULL)
                    .build();

    private EventCodec() {}

    /** The mapper of events and of stored JSON. */
    public static ObjectMapper json() {
        return JSON;
    }

    public static byte[] encode(Event event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the data of an event.
     *
     * @throws IOException if it is not JSON or does not fit the record
     */
    public static Event decode(EventType type, byte[] data) throws IOException {
        return JSON.readValue(data, type.eventClass());
    }
}
