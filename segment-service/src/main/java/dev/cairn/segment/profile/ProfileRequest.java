package dev.cairn.segment.profile;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;

/**
 * What shops and support send. zone and locale are needed; another field that is absent or null
 * keeps its value, and an empty text or list clears it.
 */
public record ProfileRequest(
        @NotNull(message = "is needed") String zone,
        @NotNull(message = "is needed") String locale,
        String country,
        Instant joinedAt,
        String birthday,
        List<String> interests,
        String favouriteStore,
        List<String> newsletterTopics) {

    /** What members may say themselves; what is absent keeps its value. */
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
