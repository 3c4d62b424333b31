package dev.cairn.ledger.expiry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * Expired points that a member shall have back.
 *
 * @param currency {@code points} when absent
 * @param points how many; all that expired when absent
 * @param awardId only what expired of this award; of any when absent
 * @param reason one of the currency's codes
 * @param expiresAt first instant at which they cannot be spent any more
 * @param note for colleagues; no personal data of others
 */
public record ReinstatementRequest(
        @Size(max = 32) String currency,
        @Positive Long points,
        @Size(max = 256) String awardId,
        @NotBlank @Size(max = 64) String reason,
        @NotNull Instant expiresAt,
        @Size(max = 500) String note) {}
