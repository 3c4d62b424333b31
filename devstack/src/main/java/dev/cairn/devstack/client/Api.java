package dev.cairn.devstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.Platform;
import java.util.List;
import java.util.Map;

/** The public APIs of the four services, as shops, members and staff use them. */
public final class Api {

    private final Platform platform;
    private final Http http = new Http();
    private final Tokens tokens;

    public Api(Platform platform) {
        this.platform = platform;
        this.tokens = new Tokens(platform, http);
    }

    public Platform platform() {
        return platform;
    }

    public Http http() {
        return http;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** Creates a member's profile or replaces it. */
    public void enrol(String member, Map<String, Object> profile) {
        shopPuts(Component.SEGMENT, "/v1/members/" + member, profile);
    }

    public void contactPoint(String member, String channel, String address) {
        shopPuts(
                Component.NOTIFY,
                "/v1/members/" + member + "/contact-points/" + channel,
                Map.of("address", address));
    }

    public void consent(String member, String purpose, String channel, boolean granted) {
        shopPuts(
                Component.NOTIFY,
                "/v1/members/" + member + "/consents/" + purpose + "/" + channel,
                Map.of("granted", granted, "origin", "shop"));
    }

    /** Posts up to 1,000 activities; the refused ones are in {@code items}. */
    public JsonNode activities(List<Map<String, Object>> batch) {
        Answer answer =
                http.send(
                        "POST",
                        platform.url(Component.RULES) + "/v1/activities",
                        Json.text(batch),
                        headers(tokens.shop()));
        boolean allRefused = answer.status() == 422 && answer.json().has("rejected");
        return allRefused ? answer.json() : answer.orFail().json();
    }

    /** A member spends points; refusals are answers. */
    public Answer redeem(String member, String reward, String key) {
        return http.send(
                "POST",
                platform.url(Component.LEDGER) + "/v1/me/redemptions",
                Json.text(Map.of("reward", reward)),
                "Authorization",
                "Bearer " + tokens.member(member),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                key);
    }

    /** What a member reads about itself. */
    public JsonNode asMember(String member, Component service, String path) {
        return get(service, path, tokens.member(member));
    }

    /** What a person of the programme's owner reads. */
    public JsonNode asStaff(String role, Component service, String path) {
        return get(service, path, tokens.staff(role));
    }

    private JsonNode get(Component service, String path, String token) {
        return http.get(platform.url(service) + path, "Authorization", "Bearer " + token)
                .orFail()
                .json();
    }

    private void shopPuts(Component service, String path, Map<String, Object> body) {
        http.send("PUT", platform.url(service) + path, Json.text(body), headers(tokens.shop()))
                .orFail();
    }

    private static String[] headers(String token) {
        return new String[] {
            "Authorization", "Bearer " + token, "Content-Type", "application/json"
        };
    }
}
