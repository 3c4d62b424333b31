package dev.cairn.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.kit.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Test
    void aCursorComesBackAsItsParts() {
        var cursor = Cursor.encode("2026-03-01T00:00:00Z", "", "a b");

        assertThat(Cursor.decode(cursor, 3)).contains(List.of("2026-03-01T00:00:00Z", "", "a b"));
    }

    @Test
    void theFirstPageNeedsNone() {
        assertThat(Cursor.decode(null, 2)).isEmpty();
        assertThat(Cursor.decode("", 2)).isEmpty();
    }

    @Test
    void whatNoPageGaveIsRefused() {
        for (var made : List.of("%%%", Cursor.encode("one"), "äöü", Cursor.encode("a", "\0"))) {
            assertThatThrownBy(() -> Cursor.decode(made, 2)).isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> Cursor.number("x")).isInstanceOf(Problem.class);
    }

    @Test
    void theLastPageHasNoNext() {
        var limit = Limit.of(2);

        assertThat(Page.of(List.of("a", "b"), limit, item -> item).next()).isNull();
        assertThat(Page.of(List.of("a", "b", "c"), limit, item -> item))
                .isEqualTo(new Page<>(List.of("a", "b"), "b"));
    }

    @Test
    void aLimitOutOfRangeIsRefused() {
        assertThat(Limit.of(null).value()).isEqualTo(50);
        assertThatThrownBy(() -> Limit.of(0)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Limit.of(201)).isInstanceOf(Problem.class);
    }
}
