package dev.cairn.ledger.code;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Codes to be made.
 *
 * @param length characters of each, 12 unless said otherwise
 */
public record CodeOrder(
        @NotNull @Min(1) @Max(CodeUpload.MOST) Integer count, @Min(10) @Max(40) Integer length) {
    static final int USUAL_LENGTH = 12;

    int lengthOrUsual() {
        return length == null ? USUAL_LENGTH : length;
    }
}
