package dev.cairn.ledger.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.partner.Settlement.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SettlementFileTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private static Line line(Line.Kind kind, String reference, long points, long amount) {
        return new Line(
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                1,
                "acme",
                UUID.fromString("00000000-0000-4000-8000-000000000002"),
                reference,
                kind,
                points,
                amount,
                DAY,
                NOW);
    }

    private static Settlement settlement(Part captures, Part refunds) {
        return new Settlement(
                "acme", 3, DAY, DAY.plusDays(7), "points", "EUR", captures, refunds, NOW);
    }

    @Test
    void theFileSumsUpToZero() {
        var text =
                SettlementFile.of(
                        settlement(new Part(1, 100, 50), new Part(1, 30, 15)),
                        List.of(
                                line(Line.Kind.CAPTURE, "order 7", 100, 50),
                                line(Line.Kind.REFUND, "order 7", 30, 15)));

        assertThat(text)
                .isEqualTo(
                        """
                        settlement,day,kind,line,hold,reference,points,amount_minor,currency\r
                        3,2026-03-01,capture,00000000-0000-4000-8000-000000000001,\
                        00000000-0000-4000-8000-000000000002,order 7,100,50,EUR\r
                        3,2026-03-01,refund,00000000-0000-4000-8000-000000000001,\
                        00000000-0000-4000-8000-000000000002,order 7,-30,-15,EUR\r
                        3,2026-03-07,programme,,,,-70,-35,EUR\r
                        """);
    }

    @Test
    void separatorsInReferencesAreQuoted() {
        var text =
                SettlementFile.of(
                        settlement(new Part(1, 1, 1), new Part(0, 0, 0)),
                        List.of(line(Line.Kind.CAPTURE, "a \"b\", c", 1, 1)));

        assertThat(text).contains(",\"a \"\"b\"\", c\",");
    }

    @Test
    void anEmptySettlementHasAHeaderAndAZero() {
        var nothing = new Part(0, 0, 0);

        assertThat(SettlementFile.of(settlement(nothing, nothing), List.of()).lines()).hasSize(2);
    }
}
