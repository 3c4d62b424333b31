package dev.cairn.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String WRITTEN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void whatIsReadIsWrittenAgain() {
        var read = TraceParent.read(WRITTEN).orElseThrow();

        assertThat(read.isSampled()).isTrue();
        assertThat(TraceParent.of(read)).isEqualTo(WRITTEN);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01"
            })
    void whatIsNoContextBelongsToNoTrace(String text) {
        assertThat(TraceParent.read(text)).isEmpty();
    }

    @Test
    void workOutsideOfARequestBelongsToNoTrace() {
        assertThat(TraceParent.current()).isNull();
    }
}
