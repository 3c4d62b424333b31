package dev.cairn.ledger;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.page.Cursor;
import dev.cairn.kit.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cursor says where to go on, never whose list it is. */
@LedgerTest
class CursorsTest {
    private static final String SUPPORT = TestTokens.staff("support");
    private static final String MANAGER = TestTokens.staff("manager");
    private static final List<String> OF_MEMBERS =
            List.of(
                    "/v1/me/points/entries",
                    "/v1/me/points/lots",
                    "/v1/me/points/awards",
                    "/v1/me/redemptions",
                    "/v1/me/holds",
                    "/v1/members/{id}/points/entries",
                    "/v1/members/{id}/points/lots",
                    "/v1/members/{id}/points/awards");

    private static final List<String> OTHERS =
            List.of(
                    "/v1/adjustments",
                    "/v1/points/reinstatements",
                    "/v1/transfers",
                    "/v1/books/seals",
                    "/v1/rewards",
                    "/v1/partners",
                    "/v1/partners/{id}/settlements",
                    "/v1/partners/{id}/settlements/{number}/lines",
                    "/v1/partner/settlements",
                    "/v1/partner/settlements/{number}/lines");

    @Inject Awards awards;
    @Inject CairnClock clock;

    static List<String> ofMembers() {
        return OF_MEMBERS;
    }

    static List<String> all() {
        return Stream.concat(OF_MEMBERS.stream(), OTHERS.stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("ofMembers")
    void aCursorOfAnotherMemberShowsNothingOfTheirs(String path) {
        var mine = busyMember(100);
        var theirs = busyMember(300);
        var cursor = list(path, theirs, "limit=1").getString("next");
        assertThat(cursor).isNotNull();

        var found = list(path, mine, "limit=200&cursor=" + cursor).getList("items");

        assertThat(found).isSubsetOf(list(path, mine, "limit=200").getList("items"));
        assertThat(found)
                .doesNotContainAnyElementsOf(list(path, theirs, "limit=200").getList("items"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatNoPageGaveIsRefused(String path) {
        var partner = path.contains("partner") ? settledPartner() : null;
        var real = concrete(path, newMember(), partner);
        for (var forged : List.of("!", "%00", Cursor.encode("a", "b", "c", "d"))) {
            refuse(path, real, partner, forged);
        }
        for (var parts : List.of(List.of("x"), List.of("x", "y"), List.of("-1e9", "' OR 1=1"))) {
            var forged = Cursor.encode(parts.toArray(String[]::new));
            var status = call(path, real, partner, forged).statusCode();
            assertThat(status).as(path + " " + parts).isIn(200, 400);
        }
    }

    @Test
    void theListsAreAllThere() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        var paged = new HashSet<String>();
        paths.forEach(
                (path, operations) -> {
                    if (takesACursor(operations.getOrDefault("get", Map.of()))) {
                        paged.add(path);
                    }
                });

        assertThat(paged).containsExactlyInAnyOrderElementsOf(all());
    }

    private static boolean takesACursor(Map<String, Object> operation) {
        return operation.getOrDefault("parameters", "").toString().contains("name=cursor");
    }

    private void refuse(String path, String real, String partner, String forged) {
        Calls.refused(call(path, real, partner, forged), 400, "invalid-request");
    }

    private static Response call(String path, String real, String partner, String forged) {
        return Calls.get(token(path, newMember(), partner), real + "?limit=2&cursor=" + forged);
    }

    private static JsonPath list(String path, String member, String query) {
        var answer =
                Calls.get(token(path, member, null), concrete(path, member, null) + "?" + query);
        return answer.then().statusCode(200).extract().jsonPath();
    }

    private static String concrete(String path, String member, String partner) {
        return path.replace("{id}", partner == null ? member : partner).replace("{number}", "1");
    }

    private static String token(String path, String member, String partner) {
        return switch (path.split("/")[2]) {
            case "me" -> TestTokens.member(member);
            case "members", "adjustments" -> SUPPORT;
            case "books" -> TestTokens.staff("auditor");
            case "partner" -> TestTokens.of("till", partner + "-till", "partner").token();
            default -> MANAGER;
        };
    }

    /** Who has two of everything; the points tell whose they are. */
    private String busyMember(long points) {
        var member = newMember();
        awards.publish(
                award(member, "base:" + UUID.randomUUID(), 1, points),
                award(member, "base:" + UUID.randomUUID(), 1, points + 1));
        awards.awaitBalance(member, 2 * points + 1);
        var perk = Shop.newReward("'price':" + points / 10);
        for (var i = 0; i < 2; i++) {
            Shop.redeemed(member, perk);
            var hold = Map.of("member", member, "points", points / 10 + i, "reference", "o-" + i);
            Calls.post(TestTokens.pos("shop"), "/v1/holds", hold).then().statusCode(201);
        }
        return member;
    }

    private String settledPartner() {
        var partner = "p-" + UUID.randomUUID();
        var rate = Map.of("version", "1", "since", "2026-01-01T00:00:00Z", "minor", 1, "points", 2);
        var definition =
                Map.of(
                        "name",
                        "Acme",
                        "client",
                        partner + "-till",
                        "moneyCurrency",
                        "EUR",
                        "rates",
                        List.of(rate));
        Calls.put(MANAGER, "/v1/partners/" + partner, definition).then().statusCode(201);
        clock.set(clock.instant().plus(Duration.ofDays(2)));
        var today = clock.instant().atZone(ZoneId.of("Europe/London")).toLocalDate();
        var path = "/v1/partners/" + partner + "/settlements";
        Calls.post(MANAGER, path, Map.of("to", today.toString())).then().statusCode(201);
        return partner;
    }
}
