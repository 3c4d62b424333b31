package dev.cairn.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.Topics;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.text.StorableText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What records are, before any database has seen them. */
class IncomingTest {
    private static final String TIER =
            """
            {"memberId":"%s","from":"base","to":"%s","upgrade":true,
             "occurredAt":"2026-03-01T10:00:00Z"}
            """;

    private static Incoming read(Map<String, String> other, String data) {
        var record =
                new ConsumerRecord<>(
                        Topics.REWARDS, 0, 0, "m-1", data.getBytes(StandardCharsets.UTF_8));
        Header.write(record.headers(), Header.ID, "e-1");
        Header.write(record.headers(), Header.SOURCE, "/test");
        Header.write(record.headers(), Header.TYPE, "dev.cairn.tier.changed.v1");
        other.forEach((name, value) -> Header.write(record.headers(), name, value));
        return Incoming.of(record);
    }

    @Test
    void anEventIsRead() {
        assertThat(read(Map.of(), TIER.formatted("m-1", "gold 😀")))
                .isInstanceOf(Incoming.Readable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {Header.ID, Header.SOURCE, Header.CORRELATION_ID, Header.TRACE_PARENT})
    void aHeaderThatCannotBeKeptIsSetAside(String header) {
        assertThat(read(Map.of(header, "a\0"), TIER.formatted("m-1", "gold")))
                .isInstanceOfSatisfying(
                        Incoming.Unreadable.class,
                        bad ->
                                assertThat(bad.reason())
                                        .isEqualTo("a header " + StorableText.REFUSAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d", "\\ude00"})
    void dataThatCannotBeKeptIsSetAside(String text) {
        for (var data :
                new String[] {TIER.formatted("m" + text, "gold"), TIER.formatted("m", text)}) {
            assertThat(read(Map.of(), data))
                    .isInstanceOfSatisfying(
                            Incoming.Unreadable.class,
                            bad ->
                                    assertThat(bad.reason())
                                            .isEqualTo(
                                                    "data does not fit dev.cairn.tier.changed.v1"));
        }
    }
}
