package dev.cairn.rules.programme;

import java.time.Period;
import java.util.List;

/**
 * Pays once when all the named profile fields are filled in at the same time; never taken back.
 *
 * @param expiresAfter calendar time until the points expire; null means never
 */
public record ProfileGoal(
        String id, Title title, List<String> fields, long points, Period expiresAfter)
        implements Rule {
    public ProfileGoal {
        fields = fields == null ? List.of() : List.copyOf(fields);
    }
}
