package dev.cairn.kit.measure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.KitTest;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.clock.Sweeps;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.event.EventPublisher;
import dev.cairn.kit.outbox.Outbox;
import dev.cairn.kit.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@KitTest
class KitMetricsTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Measures measures;
    @Inject Sweeps sweeps;
    @Inject Database database;
    @Inject Outbox outbox;
    @Inject CairnClock clock;
    @Inject EventPublisher publisher;

    private String metrics() {
        return given().get(management.resolve("/q/metrics")).then().extract().asString();
    }

    /** The value of the series that begins so. */
    private double value(String series) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(
                        line -> Double.parseDouble(line.substring(series.length()).split(" ")[1]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no series " + series));
    }

    @Test
    void everySeriesIsThereBeforeAnythingHappens() {
        measures.take();

        assertThat(metrics())
                .contains("cairn_intake_records_total{outcome=\"dead\",topic=\"cairn.rewards.v1\"}")
                .contains("cairn_intake_batch_seconds_bucket{topic=\"cairn.rewards.v1\",le=\"0.1\"")
                .contains(
                        "cairn_intake_delay_seconds_bucket{topic=\"cairn.rewards.v1\",le=\"60.0\"")
                .contains("cairn_intake_in_hand_seconds{topic=\"cairn.rewards.v1\"} 0.0")
                .contains("cairn_outbox_rows ")
                .contains("cairn_outbox_oldest_seconds ")
                .contains("cairn_outbox_published_total{topic=\"cairn.points.v1\"}")
                .contains("cairn_sweep_seconds_count{sweep=\"sample\"}")
                .contains("cairn_sweep_seconds_max{sweep=\"sample\"}")
                .contains("cairn_sweep_failures_total{sweep=\"sample\"}")
                .contains("cairn_sweep_last_success_timestamp_seconds{sweep=\"sample\"}")
                .contains("agroal_awaiting_count{datasource=\"default\"}");
    }

    @Test
    void refusalsAreCountedByTheirKindAndAnswersInBuckets() {
        given().get("/v1/nothing").then().statusCode(404);
        var series = "cairn_problems_total{problem=\"unauthenticated\",status=\"401\"}";
        var before = value(series);

        given().contentType("application/json").body("{}").post("/v1/samples");

        assertThat(value(series)).isEqualTo(before + 1);
        assertThat(metrics()).containsPattern("http_server_requests_seconds_bucket\\{.*le=\"0.3\"");
    }

    /** What is kept under a key is an answer; for the metric it is a refusal like any other. */
    @Test
    void keptRefusalsAreCountedToo() {
        var series = "cairn_problems_total{problem=\"under-way\",status=\"409\"}";
        var before = value(series);

        given().auth()
                .oauth2(TestTokens.member("m-1"))
                .post("/v1/samples/refused")
                .then()
                .statusCode(409);

        assertThat(value(series)).isEqualTo(before + 1);
    }

    @Test
    void recordsAndEventsAreCountedByTopic() {
        var tombstones =
                "cairn_intake_records_total{outcome=\"tombstone\",topic=\"cairn.rewards.v1\"}";
        var published = "cairn_outbox_published_total{topic=\"cairn.members.v1\"}";
        var before = value(tombstones);

        publisher.publish(List.of(new ProducerRecord<>(Topics.REWARDS, "m", null)));
        database.transact(
                tx -> outbox.append(tx, Cause.none(), new MemberErased("m-gone", clock.instant())));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            assertThat(value(tombstones)).isEqualTo(before + 1);
                            assertThat(value(published)).isGreaterThanOrEqualTo(1);
                        });
    }

    @Test
    void aSweepTellsWhenItLastWentWell() {
        var runs = value("cairn_sweep_seconds_count{sweep=\"sample\"}");
        var success = value("cairn_sweep_last_success_timestamp_seconds{sweep=\"sample\"}");

        sweeps.runDue();

        assertThat(value("cairn_sweep_seconds_count{sweep=\"sample\"}")).isEqualTo(runs + 1);
        assertThat(value("cairn_sweep_last_success_timestamp_seconds{sweep=\"sample\"}"))
                .isGreaterThanOrEqualTo(success);
    }
}
