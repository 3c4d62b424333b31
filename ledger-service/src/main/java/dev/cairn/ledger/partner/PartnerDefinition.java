package dev.cairn.ledger.partner;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * A partner as a manager writes it.
 *
 * @param currency absent means points; cannot be changed later
 * @param moneyCurrency ISO 4217 code; cannot be changed later
 * @param active absent means yes
 * @param monthlyBudget absent for no limit
 * @param rates those that are new; rates that are there cannot be changed
 */
public record PartnerDefinition(
        @NotBlank @Size(max = 120) String name,
        @NotBlank @Size(max = 120) String client,
        @Size(min = 1, max = 32) String currency,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String moneyCurrency,
        Boolean active,
        @Min(1) @Max(1_000_000_000_000L) Long monthlyBudget,
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Rate> rates) {

    Partner toPartner(String id, Instant now) {
        return new Partner(
                id,
                name,
                client,
                currency == null ? "points" : currency,
                moneyCurrency,
                active == null || active,
                monthlyBudget,
                now,
                List.copyOf(rates));
    }
}
