package dev.cairn.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {
    private static final Map<String, String> SAFE =
            Map.of(
                    "cairn.clock.mode", "system",
                    "quarkus.oidc.auth-server-url", "https://login.shop.example/realms/cairn",
                    "quarkus.datasource.username", "ledger",
                    "quarkus.datasource.password", "wq9dkdvW2",
                    "kafka.bootstrap.servers", "kafka.data:9092");

    private static List<String> refusals(String... changes) {
        var settings = new HashMap<>(SAFE);
        for (var i = 0; i < changes.length; i += 2) {
            settings.put(changes[i], changes[i + 1]);
        }
        return Refusals.of(key -> Optional.ofNullable(settings.get(key)));
    }

    @Test
    void safeSettingsStart() {
        assertThat(refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cairn.clock.mode, test",
        "quarkus.oidc.auth-server-url, http://login.shop.example",
        "quarkus.oidc.auth-server-url, http://localhost:8080",
        "quarkus.oidc.auth-server-url, ''",
        "cairn.secrets.contact-key, ZGV2ZWxvcG1lbnQgb25seTogY29udGFjdCBrZXkhISE=",
        "cairn.secrets.unsubscribe-key, ZGV2ZWxvcG1lbnQgb25seTogdW5zdWJzY3JpYmUhISE=",
        "quarkus.datasource.password, ledger",
        "quarkus.datasource.password, changeme",
        "quarkus.flyway.password, postgres",
        "kafka.bootstrap.servers, localhost:9092"
    })
    void aDangerousSettingIsRefusedByItsName(String key, String value) {
        assertThat(refusals(key, value)).singleElement().asString().startsWith(key);
    }

    @Test
    void anIssuerBehindAProtectedWayCanBeAllowed() {
        assertThat(
                        refusals(
                                "quarkus.oidc.auth-server-url",
                                "http://keycloak.login:8080/realms/cairn",
                                "cairn.access.allow-http-issuer",
                                "true"))
                .isEmpty();
    }

    @Test
    void allIsSaidAtOnce() {
        assertThat(
                        refusals(
                                "cairn.clock.mode", "test",
                                "quarkus.datasource.password", "ledger",
                                "kafka.bootstrap.servers", "localhost:9092"))
                .hasSize(3);
    }

    @Test
    void aRefusalNeverTellsASecret() {
        assertThat(refusals("quarkus.datasource.password", "changeme"))
                .noneMatch(refusal -> refusal.contains("changeme"));
    }
}
