package dev.cairn.kit.clock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.KitTest;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.sample.SampleSweep;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@KitTest
class TestClockTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject CairnClock clock;
    @Inject Database database;
    @Inject SampleSweep sweep;

    private URI address() {
        return management.resolve("/clock");
    }

    private ValidatableResponse set(String now) {
        return given().contentType("application/json")
                .body("{\"now\":\"" + now + "\"}")
                .put(address())
                .then();
    }

    @Test
    void settingTheClockRunsTheSweepsBeforeItAnswers() {
        var later = clock.instant().plus(Duration.ofHours(1));

        set(later.toString()).statusCode(200).body("now", equalTo(later.toString()));

        assertThat(sweep.runs()).contains(later);
        given().get(address()).then().body("now", equalTo(later.toString()));
    }

    @Test
    void aServiceThatStartsAgainKnowsTheTime() {
        var later = clock.instant().plus(Duration.ofHours(1));
        set(later.toString()).statusCode(200);

        var restarted = new CairnClock(database, testMode());

        assertThat(restarted.instant()).isEqualTo(later);
    }

    @Test
    void timeDoesNotGoBack() {
        var earlier = clock.instant().minusSeconds(1);

        set(earlier.toString()).statusCode(409);
    }

    @Test
    void whatIsNoInstantIsRefused() {
        set("tomorrow").statusCode(400);
        given().put(address()).then().statusCode(400);
    }

    private static ClockConfig testMode() {
        return new ClockConfig() {
            @Override
            public Mode mode() {
                return Mode.TEST;
            }

            @Override
            public Optional<java.time.Instant> start() {
                return Optional.empty();
            }
        };
    }
}
