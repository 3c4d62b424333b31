package dev.cairn.kit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Why settings do not do for production; each sentence names the key and the remedy. */
final class Refusals {
    /** Values that everybody can read in this repository. */
    private static final Set<String> PUBLISHED =
            Set.of(
                    "ZGV2ZWxvcG1lbnQgb25seTogY29udGFjdCBrZXkhISE=",
                    "ZGV2ZWxvcG1lbnQgb25seTogdW5zdWJzY3JpYmUhISE=");

    private static final Set<String> GUESSED =
            Set.of("postgres", "password", "changeme", "secret", "admin");

    private final Function<String, Optional<String>> settings;
    private final List<String> found = new ArrayList<>();

    private Refusals(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** All that is wrong, at once; an empty list when the service may start. */
    static List<String> of(Function<String, Optional<String>> settings) {
        var refusals = new Refusals(settings);
        refusals.clock();
        refusals.issuer();
        refusals.key("cairn.secrets.contact-key");
        refusals.key("cairn.secrets.unsubscribe-key");
        refusals.password("quarkus.datasource");
        refusals.password("quarkus.flyway");
        refusals.broker();
        return List.copyOf(refusals.found);
    }

    private void clock() {
        if (is("cairn.clock.mode", "test")) {
            found.add(
                    "cairn.clock.mode=test is not allowed in production: remove it, or start with"
                            + " quarkus.profile=demo");
        }
    }

    private void issuer() {
        var key = "quarkus.oidc.auth-server-url";
        var issuer = setting(key);
        if (issuer.isEmpty()) {
            found.add(key + " is missing: name the issuer whose tokens are accepted");
        } else if (!"https".equalsIgnoreCase(scheme(issuer.get()))
                && !is("cairn.access.allow-http-issuer", "true")) {
            found.add(
                    key
                            + " is not https, so that anybody on the way could forge tokens: use"
                            + " https, or set cairn.access.allow-http-issuer=true where the way is"
                            + " protected otherwise");
        }
    }

    private void key(String name) {
        if (setting(name).filter(PUBLISHED::contains).isPresent()) {
            found.add(name + " is the published development key: make one of your own");
        }
    }

    private void password(String prefix) {
        var user = setting(prefix + ".username").orElse("");
        var password = setting(prefix + ".password").orElse("");
        if (!password.isEmpty() && (password.equals(user) || GUESSED.contains(password))) {
            found.add(
                    prefix
                            + ".password is the user's name or a common word: set a random one, in"
                            + " the database as well");
        }
    }

    private void broker() {
        if (is("kafka.bootstrap.servers", "localhost:9092")) {
            found.add("kafka.bootstrap.servers has its default localhost:9092: name your brokers");
        }
    }

    private boolean is(String key, String value) {
        return setting(key).filter(value::equalsIgnoreCase).isPresent();
    }

    private Optional<String> setting(String key) {
        return settings.apply(key).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String scheme(String address) {
        try {
            return URI.create(address).getScheme();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
