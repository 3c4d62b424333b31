package dev.cairn.kit.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.kit.KitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@KitTest
class HealthTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    private List<String> checks(String kind) {
        return given().get(management.resolve("/q/health/" + kind))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("checks.name");
    }

    @Test
    void readinessReflectsTheDatabaseAndTheBroker() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(checks("ready"))
                                        .contains(
                                                "Database connections health check",
                                                "topics",
                                                "SmallRye Reactive Messaging - readiness check"));
    }

    @Test
    void livenessReflectsOnlyWhatARestartHeals() {
        assertThat(checks("live"))
                .containsExactlyInAnyOrder(
                        "outbox relay", "SmallRye Reactive Messaging - liveness check");
    }
}
