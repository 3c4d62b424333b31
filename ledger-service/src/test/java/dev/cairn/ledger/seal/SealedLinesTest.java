package dev.cairn.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SealedLinesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private static String hash(Object... fields) {
        var lines = new SealedLines(1, DAY, Seal.NOTHING);
        lines.add(fields);
        return HexFormat.of().formatHex(lines.hash());
    }

    @Test
    void noTwoLinesHaveOneForm() {
        assertThat(hash("a", "bc"))
                .isNotEqualTo(hash("ab", "c"))
                .isNotEqualTo(hash("a", "b", "c"))
                .isNotEqualTo(hash("a", null, "bc"));
        assertThat(hash("-")).isNotEqualTo(hash((Object) null));
        assertThat(hash("a,1:b")).isNotEqualTo(hash("a", "b"));
    }

    /** Calculated with sha256sum over the documented form: whoever keeps seals can do the same. */
    @Test
    void anEmptyFirstDayHasThisHash() {
        var hash = new SealedLines(1, DAY, Seal.NOTHING).hash();

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("fb1884cc112a5fe1c148c995109f5c3a5ee584faa67a4ffab3d6066525701372");
    }
}
