package dev.cairn.devstack.chaos;

import dev.cairn.devstack.DevstackFailure;
import dev.cairn.devstack.client.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens such as an identity provider issues them, signed with a key that both ledgers know. What
 * is hurt here is the ledger, so no provider has to be started.
 */
final class Passes {

    private static final int BITS = 2048;
    private static final Duration LIFE = Duration.ofHours(24);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Map<String, String> issued = new ConcurrentHashMap<>();
    private final KeyPair key;

    Passes() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            this.key = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new DevstackFailure("No key could be made: " + e.getMessage(), e);
        }
    }

    /** What tokens are verified with, in the form that the services read. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    }

    /** For the shop's systems, role {@code pos}. */
    String shop() {
        return pass("service-account-cairn-shop", "cairn-shop", "pos");
    }

    /** For the partner's systems, role {@code partner}. */
    String partner() {
        return pass("service-account-cairn-partner", "cairn-partner", "partner");
    }

    /** For a person of the programme's owner, named as its role. */
    String staff(String role) {
        return pass(role, "cairn-console", role);
    }

    String member(String id) {
        return pass(id, "cairn-app", "member");
    }

    private String pass(String subject, String client, String role) {
        return issued.computeIfAbsent(subject, who -> sign(claims(who, client, role)));
    }

    private static Map<String, Object> claims(String subject, String client, String role) {
        Instant now = Instant.now();
        return Map.of(
                "sub",
                subject,
                "azp",
                client,
                "groups",
                List.of(role),
                "aud",
                "cairn",
                "iat",
                now.getEpochSecond(),
                "exp",
                now.plus(LIFE).getEpochSecond());
    }

    private String sign(Map<String, Object> claims) {
        String text = encoded(Map.of("alg", "RS256", "typ", "JWT")) + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new DevstackFailure("A token could not be signed: " + e.getMessage(), e);
        }
    }

    private static String encoded(Map<String, Object> part) {
        return BASE64.encodeToString(Json.text(part).getBytes(StandardCharsets.UTF_8));
    }
}
