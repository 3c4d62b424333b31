package dev.cairn.kit.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.event.EventCodec;

/**
 * What a command was answered, also when it was refused.
 *
 * @param status HTTP status of the first answer
 * @param body its JSON
 * @param replayed whether this is the stored answer to an earlier, equal request
 */
public record Answer(int status, JsonNode body, boolean replayed) {

    /** A first answer. */
    public static Answer of(int status, Object body) {
        return new Answer(status, EventCodec.json().valueToTree(body), false);
    }
}
