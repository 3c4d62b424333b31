package dev.cairn.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.kit.testing.ProblemCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KitProblemTest {
    @Test
    void everyTypeIsExplained() {
        ProblemCatalogue.check(KitProblem.values());
    }

    @Test
    void aTypeWithoutAPageIsFound() {
        assertThatThrownBy(() -> ProblemCatalogue.check(Unexplained.NOBODY_WROTE_THIS_DOWN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nobody-wrote-this-down");
    }

    @Test
    void aBodyHasTheFiveMembersAndItsOwn() {
        var body =
                Problem.of(KitProblem.NOT_FOUND, "There is no such reward.")
                        .with("reward", "mug")
                        .asBody();

        assertThat(body)
                .containsEntry("type", "https://cairn.dev/problems/not-found")
                .containsEntry("status", 404)
                .containsEntry("detail", "There is no such reward.")
                .containsEntry("reward", "mug")
                .containsKey("title");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "title", "status", "detail", "instance"})
    void whatEveryProblemHasKeepsItsMeaning(String name) {
        var problem = Problem.of(KitProblem.NOT_FOUND, "There is no such reward.");

        assertThatThrownBy(() -> problem.with(name, "shipped"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    private enum Unexplained implements ProblemType {
        NOBODY_WROTE_THIS_DOWN;

        @Override
        public int status() {
            return 400;
        }

        @Override
        public String title() {
            return "x";
        }
    }
}
