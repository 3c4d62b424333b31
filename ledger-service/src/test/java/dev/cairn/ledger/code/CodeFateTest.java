package dev.cairn.ledger.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.code.CodeStore.Fate;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a till is told of a code that it cannot use. */
class CodeFateTest {
    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void aCodeThatNobodyGotIsUnknown() {
        assertThat(UseCode.refusal(Optional.empty()).type()).isEqualTo(LedgerProblem.CODE_UNKNOWN);
    }

    @Test
    void aCodeThatWasHandedOutAfterItWasShownWasUnknownThen() {
        var good = new Fate(null, null);

        assertThat(UseCode.refusal(Optional.of(good)).type()).isEqualTo(LedgerProblem.CODE_UNKNOWN);
    }

    @Test
    void aVoidOrUsedCodeSaysSinceWhen() {
        assertThat(UseCode.refusal(Optional.of(new Fate(THEN, null))).asBody())
                .containsEntry("voidedAt", THEN.toString());
        assertThat(UseCode.refusal(Optional.of(new Fate(null, THEN))).asBody())
                .containsEntry("usedAt", THEN.toString());
    }
}
