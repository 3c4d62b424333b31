package dev.cairn.devstack;

import dev.cairn.devstack.process.JsonFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Passwords and keys of one state directory: random, made once, readable by the owner alone. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JsonFile file;
    private final Map<String, String> values;

    private Secrets(JsonFile file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    static Secrets in(Path state) {
        JsonFile file = new JsonFile(state.resolve("secrets.json"));
        Map<String, String> known = new TreeMap<>();
        file.read().properties().forEach(e -> known.put(e.getKey(), e.getValue().asText()));
        return new Secrets(file, known);
    }

    /** A password that is safe in URLs and on command lines. */
    public synchronized String password(String name) {
        return value(name, Base64.getUrlEncoder().withoutPadding(), 18);
    }

    /** 32 random bytes in Base64. */
    public synchronized String key(String name) {
        return value(name, Base64.getEncoder(), 32);
    }

    /** The password of a member or of any other of very many users: derived, not stored. */
    public String passwordOf(String user) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] seed = Base64.getDecoder().decode(key("users.seed"));
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            byte[] derived = mac.doFinal(user.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(derived).substring(0, 20);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no HmacSHA256.", e);
        }
    }

    private String value(String name, Base64.Encoder encoder, int bytes) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        String fresh = encoder.encodeToString(random);
        values.put(name, fresh);
        file.write(values);
        return fresh;
    }
}
