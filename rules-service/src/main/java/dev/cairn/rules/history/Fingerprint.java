package dev.cairn.rules.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.cairn.contracts.Event;
import dev.cairn.kit.event.EventCodec;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells whether two reports of the same activity have the same content. */
public final class Fingerprint {
    private static final ObjectMapper CANONICAL =
            EventCodec.json().copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Fingerprint() {}

    /** SHA-256 of the event's content; the order of attributes does not matter. */
    public static byte[] of(Event event) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(CANONICAL.writeValueAsBytes(event));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("an event can always be written", e);
        }
    }
}
