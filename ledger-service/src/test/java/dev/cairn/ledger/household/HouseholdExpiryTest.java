package dev.cairn.ledger.household;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.EventType;
import dev.cairn.contracts.PointsEvent.PointsExpiring;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.kit.testing.TopicReader;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who hears that points of a household will run out. */
@LedgerTest
class HouseholdExpiryTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject CairnClock clock;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String owner = newMember();
    private final String other = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private static ValidatableResponse call(String member, String path, Object body) {
        return Calls.post(TestTokens.member(member), "/v1/me/household" + path, body)
                .then()
                .statusCode(201);
    }

    private List<ConsumerRecord<String, byte[]>> told(String member, int number) {
        return TopicReader.read(bootstrap, Topics.POINTS, member, number);
    }

    private static PointsExpiring warning(ConsumerRecord<String, byte[]> record) {
        try {
            return (PointsExpiring) EventCodec.decode(EventType.POINTS_EXPIRING, record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> types(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(record -> Header.read(record.headers(), Header.TYPE)).toList();
    }

    /** At the same instant points of the owner's own run out. */
    @Test
    void theOwnerIsWarnedOfWhatTheOthersGaveAndNobodyWritesToTheHousehold() {
        String household = call(owner, "", "").extract().path("id");
        String token = call(owner, "/invitations", "").extract().path("token");
        call(other, "/join", Map.of("token", token));
        var expiresAt = clock.instant().plus(Duration.ofDays(30));
        awards.publish(
                award(owner, "base:1", 1, 30, null, expiresAt),
                award(other, "base:1", 1, 70, null, expiresAt));
        awards.awaitBalance(owner, 30);
        awards.awaitBalance(other, 70);
        call(other, "/donations", Map.of("points", 50));

        Calls.passUntil(management, expiresAt.minus(Duration.ofDays(7)));
        Calls.passUntil(management, expiresAt.minus(Duration.ofDays(6)));

        var now = expiresAt.minus(Duration.ofDays(7));
        assertThat(told(owner, 3).subList(1, 3))
                .extracting(HouseholdExpiryTest::warning)
                .containsExactlyInAnyOrder(
                        new PointsExpiring(owner, "points", 30, expiresAt, now),
                        new PointsExpiring(owner, "points", 50, expiresAt, now, household));
        assertThat(warning(told(other, 3).get(2)))
                .isEqualTo(new PointsExpiring(other, "points", 20, expiresAt, now));

        Calls.passUntil(management, expiresAt);
        assertThat(types(told(household, 2)))
                .doesNotContain("dev.cairn.points.expiring.v1")
                .endsWith("dev.cairn.points.expired.v1");
    }
}
