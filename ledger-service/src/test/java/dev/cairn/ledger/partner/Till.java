package dev.cairn.ledger.partner;

import static dev.cairn.ledger.Awards.newMember;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Calls;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A partner that accepts points, two for a cent, and a member that stands at its till. */
final class Till {
    final String member = newMember();
    final String partner = "p-" + UUID.randomUUID();

    void opens() {
        define(definition()).then().statusCode(201);
    }

    Map<String, Object> definition() {
        var body = new HashMap<String, Object>();
        body.put("name", "Acme Coffee");
        body.put("client", partner + "-till");
        body.put("moneyCurrency", "EUR");
        body.put("rates", List.of(rate("2026-1", "2026-01-01T00:00:00Z", 1, 2)));
        return body;
    }

    Map<String, Object> with(String name, Object value) {
        var body = definition();
        body.put(name, value);
        return body;
    }

    static Map<String, Object> rate(String version, String since, long minor, long points) {
        return Map.of("version", version, "since", since, "minor", minor, "points", points);
    }

    Response define(Map<String, Object> body) {
        return define(partner, body);
    }

    static Response define(String id, Map<String, Object> body) {
        return Calls.put(TestTokens.staff("manager"), "/v1/partners/" + id, body);
    }

    String token() {
        return token(partner);
    }

    static String token(String partner) {
        var client = partner + "-till";
        return TestTokens.of("service-account-" + client, client, "partner").token();
    }

    Response post(String path, Object body) {
        return Calls.post(token(), path, body);
    }

    /** A new code of the member's. */
    String code() {
        return Calls.post(TestTokens.member(member), "/v1/me/partner-codes", "")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    ValidatableResponse quote(Map<String, Object> price) {
        var body = new HashMap<>(price);
        body.computeIfAbsent("code", missing -> code());
        return post("/v1/partner/quotes", body).then();
    }

    String quoted(long amountMinor) {
        return quote(Map.of("amountMinor", amountMinor)).statusCode(201).extract().path("id");
    }

    ValidatableResponse reserve(String quote) {
        return post("/v1/partner/holds", Map.of("quote", quote, "reference", "bill 12")).then();
    }

    String reserved(long amountMinor) {
        return reserve(quoted(amountMinor)).statusCode(201).extract().path("id");
    }

    ValidatableResponse change(String hold, String what, Object body) {
        return post("/v1/partner/holds/" + hold + "/" + what, body).then();
    }

    ValidatableResponse points() {
        return Calls.points(member);
    }

    Response close(LocalDate to) {
        var path = "/v1/partners/" + partner + "/settlements";
        return Calls.post(TestTokens.staff("manager"), path, Map.of("to", to.toString()));
    }

    ValidatableResponse settlement(String path) {
        return Calls.get(token(), "/v1/partner/settlements" + path).then();
    }
}
