package dev.cairn.notify.consent;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/**
 * What is sent to give or withdraw a consent.
 *
 * @param origin where the member said it; a short lower-case word
 */
public record NewAnswer(
        @NotNull Boolean granted,
        @Pattern(regexp = "[a-z][a-z0-9-]{0,39}", message = "takes a short lower-case word")
                String origin) {

    String originOr(String usual) {
        return Optional.ofNullable(origin).orElse(usual);
    }
}
