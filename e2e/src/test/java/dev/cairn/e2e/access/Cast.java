package dev.cairn.e2e.access;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.devstack.client.Http;
import dev.cairn.devstack.client.Json;
import dev.cairn.e2e.platform.Cairn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Two members, and tokens that look right but are not. The identity provider itself issues one that
 * has expired by now and one for another audience; a third is signed by somebody else.
 */
final class Cast {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cairn cairn;
    private final Http http = new Http();
    private final String member;
    private final String otherMember;
    private final String expired;
    private final String foreignAudience;
    private final String forged;

    Cast(Cairn cairn) {
        this.cairn = cairn;
        this.member = cairn.freshMember();
        this.otherMember = cairn.freshMember();
        String admin = admin();
        this.expired = expiredToken(admin);
        this.foreignAudience = tokenFor(client(admin, "e2e-elsewhere", List.of(), 3_600));
        this.forged = forgedToken();
    }

    String member() {
        return member;
    }

    String otherMember() {
        return otherMember;
    }

    String expired() {
        return expired;
    }

    String foreignAudience() {
        return foreignAudience;
    }

    String forged() {
        return forged;
    }

    private String admin() {
        Map<String, String> form =
                Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", cairn.platform().secrets().password("keycloak.admin"));
        return token(keycloak("/realms/master/protocol/openid-connect/token"), form);
    }

    private String expiredToken(String admin) {
        Map<String, Object> audience =
                Map.of(
                        "name", "audience",
                        "protocol", "openid-connect",
                        "protocolMapper", "oidc-audience-mapper",
                        "config",
                                Map.of(
                                        "included.custom.audience", "cairn",
                                        "access.token.claim", "true"));
        String token = tokenFor(client(admin, "e2e-brief", List.of(audience), 1));
        Instant end = Instant.ofEpochSecond(claims(token).path("exp").asLong());
        await().atMost(Duration.ofSeconds(10)).until(() -> Instant.now().isAfter(end));
        return token;
    }

    /** Lets the members log in through one more client; running twice is no mistake. */
    private String client(String admin, String id, List<Object> mappers, int seconds) {
        Map<String, Object> client =
                Map.of(
                        "clientId",
                        id,
                        "publicClient",
                        true,
                        "directAccessGrantsEnabled",
                        true,
                        "attributes",
                        Map.of("access.token.lifespan", Integer.toString(seconds)),
                        "protocolMappers",
                        mappers);
        http.send(
                "POST",
                keycloak("/admin/realms/cairn/clients"),
                Json.text(client),
                "Authorization",
                "Bearer " + admin,
                "Content-Type",
                "application/json");
        return id;
    }

    private String tokenFor(String client) {
        Map<String, String> form =
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        client,
                        "username",
                        member,
                        "password",
                        cairn.platform().secrets().passwordOf(member));
        return token(cairn.platform().tokenUrl(), form);
    }

    private String token(String url, Map<String, String> form) {
        return http.postForm(url, form).orFail().json().path("access_token").asText();
    }

    private String keycloak(String path) {
        return "http://127.0.0.1:" + cairn.platform().port("keycloak") + path;
    }

    /** The auditor's own header and claims under a signature of ours. */
    private String forgedToken() {
        String genuine = cairn.staff("auditor").token().orElseThrow();
        String signed = genuine.substring(0, genuine.lastIndexOf('.'));
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2_048);
            PrivateKey ours = keys.generateKeyPair().getPrivate();
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(ours);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed
                    + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode claims(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
