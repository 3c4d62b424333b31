package dev.cairn.kit.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.contracts.Topics;
import dev.cairn.kit.KitTest;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.sample.SpanCollector;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.kit.testing.TopicReader;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@KitTest
class TraceTest {
    @Inject SpanCollector spans;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String member = "m-" + UUID.randomUUID();
    private final String traceId = UUID.randomUUID().toString().replace("-", "");

    private void ask(String flags) {
        given().auth()
                .oauth2(TestTokens.member(member))
                .header("traceparent", "00-" + traceId + "-b7ad6b7169203331-" + flags)
                .post("/v1/samples/award")
                .then()
                .statusCode(204);
    }

    private SpanData span(SpanKind kind) {
        return spans.of(traceId).stream()
                .filter(span -> span.getKind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private String answer() {
        var answers = TopicReader.read(bootstrap, Topics.SEGMENTS, member, 1);
        return Header.read(answers.getFirst().headers(), Header.TRACE_PARENT);
    }

    @Test
    void oneTraceLeadsFromTheRequestOverTheBrokerToWhatFollows() {
        ask("01");

        var answer = answer();
        await().atMost(Duration.ofSeconds(5))
                .until(
                        () ->
                                spans.of(traceId).stream()
                                        .anyMatch(s -> s.getKind() == SpanKind.CONSUMER));

        var consumed = span(SpanKind.CONSUMER);
        assertThat(consumed.getParentSpanId()).isEqualTo(span(SpanKind.SERVER).getSpanId());
        assertThat(answer).isEqualTo("00-" + traceId + "-" + consumed.getSpanId() + "-01");
        assertThat(spans.of(traceId))
                .filteredOn(span -> span.getKind() == SpanKind.CLIENT)
                .extracting(SpanData::getParentSpanId)
                .contains(span(SpanKind.SERVER).getSpanId(), consumed.getSpanId());
    }

    @Test
    void aTraceThatTheCallerDropsIsCarriedOnAndNotKept() {
        ask("00");

        assertThat(answer()).startsWith("00-" + traceId).endsWith("-00");
        assertThat(spans.of(traceId)).isEmpty();
    }

    @Test
    void workThatNobodyAskedForStartsNoTrace() {
        assertThat(spans.all())
                .filteredOn(span -> !span.getParentSpanContext().isValid())
                .allSatisfy(root -> assertThat(root.getKind()).isEqualTo(SpanKind.SERVER));
    }
}
