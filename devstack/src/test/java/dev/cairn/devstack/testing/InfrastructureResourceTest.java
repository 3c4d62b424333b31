package dev.cairn.devstack.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InfrastructureResourceTest {

    @Test
    void aServiceOwnsItsDatabaseThroughTheOwnerRoleOnly() throws Exception {
        // Given
        InfrastructureResource resource = new InfrastructureResource();
        resource.init(Map.of("service", "ledger", "components", "postgres,redis"));

        // When
        Map<String, String> settings = resource.start();

        // Then
        String url = settings.get("quarkus.datasource.jdbc.url");
        try (var owner =
                        DriverManager.getConnection(
                                url,
                                settings.get("quarkus.flyway.username"),
                                settings.get("quarkus.flyway.password"));
                var app =
                        DriverManager.getConnection(
                                url,
                                settings.get("quarkus.datasource.username"),
                                settings.get("quarkus.datasource.password"))) {
            owner.createStatement().execute("CREATE TABLE seen (id INT)");
            assertThat(mayRead(app)).isFalse();
            owner.createStatement().execute("GRANT SELECT ON seen TO ledger");
            assertThat(mayRead(app)).isTrue();
        }
        assertThat(settings.get("quarkus.redis.hosts")).startsWith("redis://:");
    }

    private static boolean mayRead(java.sql.Connection connection) {
        try (var statement = connection.createStatement()) {
            return statement.execute("SELECT id FROM seen");
        } catch (java.sql.SQLException refused) {
            return false;
        }
    }
}
