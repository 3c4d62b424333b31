package dev.cairn.ledger.award;

import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.kit.testing.TopicReader;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class AwardResourceTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject CairnClock clock;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private AwardSet award(
            String currency, String awardId, long revision, long points, String awaits) {
        return new AwardSet(
                awardId,
                revision,
                member,
                currency,
                points,
                AwardCategory.BASE,
                today(),
                null,
                null,
                awaits,
                "base-earning",
                "1",
                null,
                "For your order.");
    }

    private Instant today() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS);
    }

    private ValidatableResponse mine(String query) {
        return given().auth()
                .oauth2(TestTokens.member(member))
                .get("/v1/me/points/awards" + query)
                .then()
                .statusCode(200);
    }

    private void awaitRevision(String awardId, int revision) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> field(awardId, "revision"), equalTo(revision));
    }

    private Object field(String awardId, String name) {
        return mine("?limit=200")
                .extract()
                .path("items.find { it.awardId == '%s' }.%s".formatted(awardId, name));
    }

    private ValidatableResponse activate(String role, String awardId, String query) {
        return given().auth()
                .oauth2(TestTokens.staff(role))
                .post("/v1/members/" + member + "/points/awards/" + awardId + "/activate" + query)
                .then();
    }

    private ValidatableResponse cancel(String awardId) {
        return given().auth()
                .oauth2(TestTokens.staff("support"))
                .post("/v1/members/" + member + "/points/awards/" + awardId + "/cancel")
                .then();
    }

    @Test
    void aShopActivatesWhatWaitsForItsAction() {
        awards.publish(award("points", "base:1", 1, 70, "delivery"));
        awaitRevision("base:1", 1);
        mine("").body("items[0].state", equalTo("pending"))
                .body("items[0].awaits", equalTo("delivery"));

        activate("pos", "base:1", "?action=delivery")
                .statusCode(200)
                .body("state", equalTo("active"));
        activate("pos", "base:1", "?action=delivery").statusCode(200);

        awards.awaitBalance(member, 70);
    }

    @Test
    void aShopHasToNameTheRightAction() {
        awards.publish(award("points", "base:1", 1, 70, "delivery"));
        awaitRevision("base:1", 1);

        activate("pos", "base:1", "").statusCode(400).body("awaits", equalTo("delivery"));
        activate("pos", "base:1", "?action=").statusCode(400);
        activate("pos", "base:1", "?action=first-login")
                .statusCode(400)
                .body("awaits", equalTo("delivery"));
        awards.awaitBalance(member, 0);
        activate("support", "base:1", "").statusCode(200).body("state", equalTo("active"));
    }

    @Test
    void whatDoesNotWaitCannotBeActivatedOrCancelled() {
        awards.publish(
                award("points", "base:1", 1, 70, null),
                award("points", "base:2", 1, 70, null),
                award("points", "base:2", 2, 0, null));
        awaitRevision("base:2", 2);

        cancel("base:1")
                .statusCode(409)
                .body("type", containsString("award-not-pending"))
                .body("state", equalTo("active"));
        activate("support", "base:2", "")
                .statusCode(409)
                .body("type", containsString("award-not-pending"))
                .body("state", equalTo("reversed"));
        activate("support", "base:none", "")
                .statusCode(404)
                .body("type", containsString("award-unknown"));
        cancel("base:none").statusCode(404).body("type", containsString("award-unknown"));
    }

    @Test
    void cancelledPointsNeverComeBack() {
        awards.publish(award("points", "base:1", 1, 70, "delivery"));
        awaitRevision("base:1", 1);

        cancel("base:1").statusCode(200).body("state", equalTo("cancelled"));
        cancel("base:1").statusCode(200).body("paid", equalTo(0));
        awards.publish(
                award("points", "base:1", 2, 90, null), award("points", "base:2", 1, 5, null));
        awaitRevision("base:2", 1);

        awards.awaitBalance(member, 5);
        activate("support", "base:1", "").statusCode(409).body("state", equalTo("cancelled"));
    }

    @Test
    void whatALimitKeptBackIsShownWithTheReason() {
        awards.publish(
                award("stars", "base:1", 1, 80, null),
                award("stars", "base:2", 1, 80, null),
                award("stars", "base:3", 1, 9000, null));
        awaitRevision("base:3", 1);

        assertThat(field("base:1", "clipped")).isNull();
        assertThat(field("base:2", "paid")).isEqualTo(20);
        assertThat(field("base:2", "worth")).isEqualTo(80);
        assertThat(field("base:2", "clipped.points")).isEqualTo(60);
        assertThat(field("base:2", "clipped.cap")).isEqualTo("daily");
        assertThat(field("base:2", "clipped.reason"))
                .isEqualTo("At most 100 points can be earned in a day.");
        assertThat(field("base:3", "state")).isEqualTo("clipped");
        assertThat(field("base:3", "paid")).isEqualTo(0);
    }

    @Test
    void roomIsGivenBackAndCountedAcrossBatches() {
        awards.publish(award("stars", "base:1", 1, 100, null));
        awaitRevision("base:1", 1);
        awards.publish(award("stars", "base:2", 1, 30, null));
        awaitRevision("base:2", 1);
        assertThat(field("base:2", "paid")).isEqualTo(0);

        awards.publish(award("stars", "base:1", 2, 90, null));
        awaitRevision("base:1", 2);
        awards.publish(award("stars", "base:2", 2, 31, null));
        awaitRevision("base:2", 2);

        assertThat(field("base:2", "paid")).isEqualTo(10);
        assertThat(field("base:2", "clipped.points")).isEqualTo(21);
    }

    @Test
    void theListComesInPiecesNewestFirst() {
        for (var i = 1; i <= 5; i++) {
            awards.publish(award("points", "base:" + i, 1, i, null));
        }
        awaitRevision("base:5", 1);

        String next = mine("?limit=2").body("items.size()", equalTo(2)).extract().path("next");
        mine("?limit=200&cursor=" + next)
                .body("items.size()", equalTo(3))
                .body("next", nullValue());
    }

    @Test
    void aCursorOfAnotherMemberShowsNothingOfThem() {
        for (var i = 1; i <= 3; i++) {
            awards.publish(award("points", "base:" + i, 1, i, null));
        }
        awaitRevision("base:3", 1);
        String cursor = mine("?limit=1").body("next", notNullValue()).extract().path("next");

        given().auth()
                .oauth2(TestTokens.member(newMember()))
                .get("/v1/me/points/awards?cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
        given().auth()
                .oauth2(TestTokens.member(member))
                .get("/v1/me/points/awards?cursor=bm9uZQ")
                .then()
                .statusCode(400);
    }

    @Test
    void anAwardInAnUnknownCurrencyIsSetAside() {
        awards.publish(award("gold", "base:1", 1, 10, null), award("points", "base:2", 1, 5, null));
        awards.awaitBalance(member, 5);

        var dead = Topics.deadLetters(Topics.REWARDS, "ledger");
        var reason =
                Header.read(
                        TopicReader.read(bootstrap, dead, member, 1).getFirst().headers(),
                        Header.DEAD_LETTER_REASON);
        assertThat(reason).isEqualTo("there is no currency gold here");
    }

    @Test
    void useMovesTheLastDayOfAllPointsAlsoOfThoseThatWereNotLoaded() {
        awards.publish(award("visits", "base:1", 1, 10, null));
        awaitRevision("base:1", 1);
        var first = Instant.parse((String) field("base:1", "expiresAt"));

        Calls.passUntil(management, clock.instant().plus(Duration.ofDays(10)));
        awards.publish(award("visits", "base:2", 1, 10, null));
        awaitRevision("base:2", 1);

        assertThat(field("base:1", "expiresAt"))
                .isEqualTo(first.plus(Duration.ofDays(10)).toString())
                .isEqualTo(field("base:2", "expiresAt"));

        Calls.passUntil(management, first.plus(Duration.ofDays(9)));
        assertThat(field("base:1", "state")).isEqualTo("active");
        Calls.passUntil(management, first.plus(Duration.ofDays(10)));
        assertThat(field("base:1", "state")).isEqualTo("expired");
        assertThat(field("base:1", "expired")).isEqualTo(10);
    }

    @Test
    void lateNewsOfAnEarlierUseGetsTheDayOfTheLatest() {
        var early = award("visits", "base:1", 1, 10, null);
        Calls.passUntil(management, clock.instant().plus(Duration.ofDays(5)));
        awards.publish(award("visits", "base:2", 1, 10, null));
        awaitRevision("base:2", 1);
        awards.publish(early);
        awaitRevision("base:1", 1);

        assertThat(field("base:1", "expiresAt")).isEqualTo(field("base:2", "expiresAt"));
    }
}
