package dev.cairn.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * Stands in for the OIDC provider's signing key, nothing more: the service under test verifies
 * signature, issuer, audience and expiry of {@link TestTokens} as it does in production.
 */
public class TestIssuer implements QuarkusTestResourceLifecycleManager {
    static final String ISSUER = "https://issuer.test";
    static final String PRIVATE_KEY = "cairn.test.private-key";

    @Override
    public Map<String, String> start() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var keys = generator.generateKeyPair();
            System.setProperty(PRIVATE_KEY, base64(keys.getPrivate().getEncoded()));
            return Map.of(
                    "quarkus.oidc.public-key",
                    base64(keys.getPublic().getEncoded()),
                    "quarkus.oidc.token.issuer",
                    ISSUER);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        System.clearProperty(PRIVATE_KEY);
    }

    private static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
