package dev.cairn.e2e.access;

import static dev.cairn.devstack.Component.LEDGER;
import static dev.cairn.devstack.Component.NOTIFY;
import static dev.cairn.devstack.Component.RULES;
import static dev.cairn.devstack.Component.SEGMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.client.Json;
import dev.cairn.e2e.platform.Activity;
import dev.cairn.e2e.platform.Cairn;
import dev.cairn.e2e.platform.Reply;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member sees and spends its own and nothing else. */
class PrivacyTest {

    private final Cairn cairn = Cairn.shared();
    private final String member = cairn.freshMember();
    private final String stranger = cairn.freshMember();

    @BeforeEach
    void bothHavePoints() {
        for (String id : new String[] {member, stranger}) {
            cairn.api().enrol(id, Map.of("zone", "Europe/London", "locale", "en"));
            for (int order = 1; order <= 3; order++) {
                String name = id + "-p" + order;
                cairn.shop()
                        .post(
                                RULES,
                                "/v1/activities",
                                Activity.purchase(name, id, cairn.now(), 20_000).json())
                        .expect(202);
            }
        }
        cairn.settle();
    }

    @Test
    void foreignRedemptionDoesNotExist() {
        String id = redeems(member, "coffee", "mine").expect(201).json().path("id").asText();

        cairn.member(member).get(LEDGER, "/v1/me/redemptions/" + id).expect(200);
        cairn.member(stranger).get(LEDGER, "/v1/me/redemptions/" + id).refusal(404, "not-found");
    }

    @Test
    void foreignInboxItemDoesNotExist() {
        JsonNode item =
                cairn.member(member).get(NOTIFY, "/v1/me/inbox").expect(200).json().at("/items/0");

        cairn.member(stranger)
                .post(NOTIFY, "/v1/me/inbox/" + item.path("id").asText() + "/read", null)
                .refusal(404, "message-unknown");
        cairn.member(member)
                .post(NOTIFY, "/v1/me/inbox/" + item.path("id").asText() + "/read", null);
        assertThat(cairn.member(member).get(NOTIFY, "/v1/me/inbox").text())
                .doesNotContain(stranger);
    }

    @Test
    void anothersIdempotencyKeyRevealsNothing() {
        // Given
        JsonNode mine = redeems(member, "coffee", "same key").expect(400).json();
        JsonNode first = redeems(member, "coffee", "same-key").expect(201).json();

        // When
        JsonNode second = redeems(stranger, "coffee", "same-key").expect(201).json();

        // Then
        assertThat(mine.path("type").asText()).endsWith("/invalid-request");
        assertThat(second.path("id")).isNotEqualTo(first.path("id"));
        assertThat(balance(member)).isEqualTo(balance(stranger));
    }

    @Test
    void anothersCursorRevealsNothing() {
        // Given
        String cursor =
                cairn.member(member)
                        .get(LEDGER, "/v1/me/points/entries?limit=1")
                        .expect(200)
                        .json()
                        .path("next")
                        .asText();
        String own = cairn.member(stranger).get(LEDGER, "/v1/me/points/entries").text();

        // When
        JsonNode page =
                cairn.member(stranger)
                        .get(LEDGER, "/v1/me/points/entries?cursor=" + cursor)
                        .expect(200)
                        .json();

        // Then
        page.path("items").forEach(entry -> assertThat(own).contains(entry.path("id").asText()));
    }

    @Test
    void madeUpCursorIsRefused() {
        cairn.member(member)
                .get(LEDGER, "/v1/me/points/entries?cursor=anything")
                .refusal(400, "invalid-request");
    }

    @ParameterizedTest
    @CsvSource({
        "LEDGER, POST, /v1/me/redemptions, reward, coffee, member, m-0001",
        "LEDGER, POST, /v1/me/redemptions, reward, coffee, points, 1",
        "LEDGER, POST, /v1/me/redemptions, reward, coffee, status, fulfilled",
        "SEGMENT, PUT, /v1/me/profile, locale, de, joinedAt, 2020-01-01T00:00:00Z",
        "SEGMENT, PUT, /v1/me/profile, locale, de, member, m-0001",
        "NOTIFY, PUT, /v1/me/contact-points/email, address, a@example.test, member, m-0001",
        "NOTIFY, PUT, /v1/me/contact-points/email, address, a@example.test, verified, true",
    })
    void fieldsThatAreNotOfferedCannotBeAssigned(
            Component service,
            String method,
            String path,
            String field,
            String value,
            String extra,
            String injected) {
        // When
        Reply reply =
                cairn.member(member)
                        .send(
                                service,
                                method,
                                path,
                                Json.text(Map.of(field, value, extra, injected)),
                                Map.of("Idempotency-Key", "mass-assignment"));

        // Then
        assertThat(reply.refusal(400, "unknown-field").path("field").asText()).isEqualTo(extra);
    }

    @Test
    void staffSeesOnlyAMaskedAddress() {
        String address = Cairn.address(member);
        String path = "/v1/members/" + member + "/contact-points/email";
        Reply reply =
                cairn.staff("support").put(NOTIFY, path, Json.text(Map.of("address", address)));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).doesNotContain(address);
    }

    @Test
    void pathsOfOthersAreClosedToMembers() {
        String other = "/v1/members/" + stranger;
        cairn.member(member).get(LEDGER, other + "/points").refusal(403, "forbidden");
        cairn.member(member).get(RULES, other + "/progress").refusal(403, "forbidden");
        cairn.member(member).get(SEGMENT, other).refusal(403, "forbidden");
    }

    private long balance(String id) {
        return cairn.member(id)
                .get(LEDGER, "/v1/me/points")
                .expect(200)
                .json()
                .path("balance")
                .asLong();
    }

    private Reply redeems(String id, String reward, String key) {
        return cairn.member(id)
                .send(
                        LEDGER,
                        "POST",
                        "/v1/me/redemptions",
                        Json.text(Map.of("reward", reward)),
                        Map.of("Idempotency-Key", key));
    }
}
