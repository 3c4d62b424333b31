package dev.cairn.segment.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.cairn.segment.membership.EpochStore.Epoch;
import dev.cairn.segment.membership.EpochStore.Written;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InForceTest {
    private static final Epoch LATEST = new Epoch(4, Map.of("a", written(2, "x")));

    @Test
    void theSameDefinitionsAreTheSameEpoch() {
        assertThat(InForce.next(LATEST, Map.of("a", written(2, "x")))).isSameAs(LATEST);
    }

    @Test
    void theFirstDefinitionsAreEpochOne() {
        assertThat(InForce.next(new Epoch(0, Map.of()), Map.of("a", written(1, "x"))).number())
                .isEqualTo(1);
    }

    @Test
    void aHigherVersionANewSegmentAndAMissingOneAreTheNextEpoch() {
        assertThat(InForce.next(LATEST, Map.of("a", written(3, "y"))).number()).isEqualTo(5);
        assertThat(
                        InForce.next(LATEST, Map.of("a", written(2, "x"), "b", written(1, "z")))
                                .number())
                .isEqualTo(5);
        assertThat(InForce.next(LATEST, Map.of("b", written(1, "z"))).number()).isEqualTo(5);
    }

    @Test
    void aChangeWithoutAHigherVersionStopsTheStart() {
        assertThatThrownBy(() -> InForce.next(LATEST, Map.of("a", written(2, "y"))))
                .hasMessage(
                        "segment a: the condition differs from version 2 in force; give it a"
                                + " higher version");
        assertThatThrownBy(() -> InForce.next(LATEST, Map.of("a", written(1, "x"))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Written written(long version, String condition) {
        return new Written(version, TextNode.valueOf(condition));
    }
}
