package dev.cairn.kit.testing;

import dev.cairn.kit.event.EventCodec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bearer tokens of {@link TestIssuer}; the wither methods make those that must be refused. */
public record TestTokens(
        String subject, String client, List<String> roles, String audience, Duration life) {

    /** A member's token. */
    public static String member(String memberId) {
        return of(memberId, "cairn-app", "member").token();
    }

    /** A shop system's token. */
    public static String pos(String client) {
        return of("service-account-" + client, client, "pos").token();
    }

    /** A token of somebody who works for the programme. */
    public static String staff(String role) {
        return of(role, "cairn-console", role).token();
    }

    /** The parts of a valid token. */
    public static TestTokens of(String subject, String client, String... roles) {
        return new TestTokens(subject, client, List.of(roles), "cairn", Duration.ofHours(1));
    }

    public TestTokens forAudience(String other) {
        return new TestTokens(subject, client, roles, other, life);
    }

    public TestTokens expired() {
        return new TestTokens(subject, client, roles, audience, Duration.ofHours(-1));
    }

    /** Signs it. */
    public String token() {
        var now = Instant.now();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", TestIssuer.ISSUER);
        claims.put("sub", subject);
        claims.put("aud", audience);
        claims.put("azp", client);
        claims.put("groups", roles);
        claims.put("iat", now.minusSeconds(7200).getEpochSecond());
        claims.put("exp", now.plus(life).getEpochSecond());
        var unsigned = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims);
        return unsigned + "." + encode(sign(unsigned));
    }

    private static String part(Map<String, Object> json) {
        try {
            return encode(EventCodec.json().writeValueAsBytes(json));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sign(String text) {
        try {
            var key = Base64.getDecoder().decode(System.getProperty(TestIssuer.PRIVATE_KEY));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
