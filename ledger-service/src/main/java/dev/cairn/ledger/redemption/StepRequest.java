package dev.cairn.ledger.redemption;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cairn.ledger.redemption.Redemption.Status;
import jakarta.validation.constraints.NotNull;

/** Where a redemption goes next. */
public record StepRequest(@NotNull To to) {

    /** Where goods go. */
    public enum To {
        @JsonProperty("shipped")
        SHIPPED(Status.SHIPPED),
        @JsonProperty("delivered")
        DELIVERED(Status.DELIVERED);

        private final Status status;

        To(Status status) {
            this.status = status;
        }

        Status status() {
            return status;
        }
    }
}
