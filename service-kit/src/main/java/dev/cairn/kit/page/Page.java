package dev.cairn.kit.page;

import java.util.List;
import java.util.function.Function;

/**
 * A piece of a list.
 *
 * @param next cursor of the following piece; null at the end
 */
public record Page<T>(List<T> items, String next) {

    /**
     * Cuts a query's result into a page.
     *
     * @param rows up to {@code limit} + 1 rows; the one too many tells that there is more
     * @param cursor the cursor that continues after an item
     */
    public static <T> Page<T> of(List<T> rows, Limit limit, Function<T, String> cursor) {
        if (rows.size() <= limit.value()) {
            return new Page<>(List.copyOf(rows), null);
        }
        var items = List.copyOf(rows.subList(0, limit.value()));
        return new Page<>(items, cursor.apply(items.getLast()));
    }
}
