package dev.cairn.ledger.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;

/**
 * A reward as a manager writes it.
 *
 * @param stock how many there are to give from now on; absent or null for no limit
 * @param active absent means yes
 */
public record RewardDefinition(
        @NotNull @Valid Title title,
        @NotNull @Min(1) @Max(1_000_000_000_000L) Long price,
        @Min(0) @Max(1_000_000_000L) Long stock,
        Boolean active) {

    /** A reward's name in the languages of the programme. */
    public record Title(@NotBlank @Size(max = 120) String en, @Size(min = 1, max = 120) String de) {
        Map<String, String> byLanguage() {
            var titles = new HashMap<String, String>();
            titles.put("en", en);
            if (de != null) {
                titles.put("de", de);
            }
            return titles;
        }
    }

    Reward toReward(String id) {
        return new Reward(id, title.byLanguage(), price, stock, active == null || active);
    }
}
