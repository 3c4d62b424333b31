package dev.cairn.devstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.Platform;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Tokens of the trial realm, asked for once and used until shortly before they expire. */
public final class Tokens {

    private static final long MARGIN_SECONDS = 60;

    private final Platform platform;
    private final Http http;
    private final Map<String, Token> cache = new ConcurrentHashMap<>();

    private record Token(String text, long goodUntil) {
        boolean isGood() {
            return System.nanoTime() - goodUntil < 0;
        }
    }

    public Tokens(Platform platform, Http http) {
        this.platform = platform;
        this.http = http;
    }

    /** For the shop's systems, role {@code pos}. */
    public String shop() {
        return cached("cairn-shop", machineForm("cairn-shop"));
    }

    /** For a brand that accepts points, role {@code partner}. */
    public String partner() {
        return cached("cairn-partner", machineForm("cairn-partner"));
    }

    /** For a person of the programme's owner: manager, support, auditor or operator. */
    public String staff(String role) {
        String password = platform.secrets().password("user." + role);
        return cached(role, passwordForm("cairn-console", role, password));
    }

    /** For a member. */
    public String member(String id) {
        return cached(id, memberForm(id));
    }

    /** What a member's app sends to the token endpoint. */
    public Map<String, String> memberForm(String id) {
        return passwordForm("cairn-app", id, platform.secrets().passwordOf(id));
    }

    private Map<String, String> machineForm(String client) {
        return Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client,
                "client_secret",
                platform.secrets().password("client." + client));
    }

    private static Map<String, String> passwordForm(String client, String user, String password) {
        return Map.of(
                "grant_type", "password",
                "client_id", client,
                "username", user,
                "password", password);
    }

    private String cached(String who, Map<String, String> form) {
        Token known = cache.get(who);
        if (known != null && known.isGood()) {
            return known.text();
        }
        JsonNode answer = http.postForm(platform.tokenUrl(), form).orFail().json();
        long seconds = Math.max(1, answer.path("expires_in").asLong() - MARGIN_SECONDS);
        long goodUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        Token fresh = new Token(answer.path("access_token").asText(), goodUntil);
        cache.put(who, fresh);
        return fresh.text();
    }
}
