package dev.cairn.segment.profile;

import java.time.Instant;
import java.util.List;

/**
 * What shops and support send. A field that is absent or null keeps its value; an empty text or
 * list clears an optional one. zone and locale are needed the first time.
 */
public record ProfileRequest(
        String zone,
        String locale,
        String country,
        Instant joinedAt,
        String birthday,
        List<String> interests,
        String favouriteStore,
        List<String> newsletterTopics) {

    /** What members may say themselves. */
    public record Own(
            String zone,
            String locale,
            String birthday,
            List<String> interests,
            String favouriteStore,
            List<String> newsletterTopics) {

        ProfileRequest asRequest() {
            return new ProfileRequest(
                    zone,
                    locale,
                    null,
                    null,
                    birthday,
                    interests,
                    favouriteStore,
                    newsletterTopics);
        }
    }
}
