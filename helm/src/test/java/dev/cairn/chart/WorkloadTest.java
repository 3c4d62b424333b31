package dev.cairn.chart;

import static dev.cairn.chart.Manifests.items;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pods start, serve, change their tables and stop in the right order. */
class WorkloadTest {
    private static final Manifests MINIMAL = Chart.minimal().render();

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "notify", "rules", "segment"})
    void anUpgradeNeverHasFewerPodsThanBefore(String workload) {
        var spec = MINIMAL.deployment(workload).path("spec");

        assertThat(spec.at("/strategy/rollingUpdate/maxUnavailable").asInt(-1)).isZero();
        assertThat(spec.at("/strategy/rollingUpdate/maxSurge").asInt()).isEqualTo(1);
        assertThat(spec.at("/template/spec/terminationGracePeriodSeconds").asInt()).isEqualTo(45);
        var preStop = container(workload).at("/lifecycle/preStop/sleep/seconds");
        assertThat(preStop.asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"startupProbe, started", "readinessProbe, ready", "livenessProbe, live"})
    void probesAskTheManagementPort(String probe, String path) {
        var get = container("rules").path(probe).path("httpGet");

        assertThat(get.path("port").asText()).isEqualTo("management");
        assertThat(get.path("path").asText()).isEqualTo("/q/health/" + path);
        assertThat(items(container("rules").path("ports")))
                .extracting(port -> port.path("name").asText() + port.path("containerPort").asInt())
                .containsExactly("http8080", "management9000");
    }

    @Test
    void tablesAreChangedByTheOwnerBeforeTheServiceStarts() {
        var pod = MINIMAL.deployment("ledger").at("/spec/template/spec");
        var migrate = pod.at("/initContainers/0");

        assertThat(migrate.path("image")).isEqualTo(pod.at("/containers/0/image"));
        assertThat(value(migrate, "QUARKUS_INIT_AND_EXIT")).isEqualTo("true");
        assertThat(value(migrate, "QUARKUS_FLYWAY_MIGRATE_AT_START")).isEqualTo("true");
        assertThat(value(migrate, "QUARKUS_FLYWAY_PLACEHOLDERS_APP")).isEqualTo("ledger");
        assertThat(secret(migrate, "QUARKUS_FLYWAY_USERNAME")).isEqualTo("ledger-database-owner");
        assertThat(config(MINIMAL, "ledger", "QUARKUS_FLYWAY_MIGRATE_AT_START")).isEqualTo("false");
        assertThat(container("ledger").toString()).doesNotContain("owner", "INIT_AND_EXIT");
    }

    @Test
    void theRoleOfTheApplicationIsWhatMigrationsGrantTo() {
        var chart = Chart.minimal().with("services: {ledger: {database: {role: points}}}").render();

        var migrate = chart.deployment("ledger").at("/spec/template/spec/initContainers/0");

        assertThat(value(migrate, "QUARKUS_FLYWAY_PLACEHOLDERS_APP")).isEqualTo("points");
    }

    @Test
    void aJobOrSomebodyElseMayChangeTheTables() {
        var job = Chart.of("ci/migration-job-values.yaml").render();
        var external = Chart.of("ci/external-migrations-values.yaml").render();

        assertThat(job.ofKind("Job")).hasSize(4);
        assertThat(external.ofKind("Job")).isEmpty();
        for (var manifests : new Manifests[] {job, external}) {
            manifests
                    .ofKind("Deployment")
                    .forEach(d -> assertThat(d.findValues("initContainers")).isEmpty());
        }
        assertThat(job.ofKind("Job").getFirst().at("/metadata/annotations").toString())
                .contains("sync-wave");
        assertThat(external.all().toString()).doesNotContain("QUARKUS_FLYWAY_USERNAME");
    }

    @ParameterizedTest
    @CsvSource({
        "ledger, jdbc:postgresql://postgres-rw.postgres:5432/ledger",
        "notify, jdbc:postgresql://postgres-rw.postgres:5432/notify",
        "rules, jdbc:postgresql://postgres-rw.postgres:5432/rules",
        "segment, jdbc:postgresql://postgres-rw.postgres:5432/segment",
    })
    void eachServiceHasItsOwnDatabase(String workload, String url) {
        assertThat(config(MINIMAL, workload, "QUARKUS_DATASOURCE_JDBC_URL")).isEqualTo(url);
        assertThat(secret(container(workload), "QUARKUS_DATASOURCE_PASSWORD"))
                .isEqualTo(workload + "-database");
    }

    @Test
    void securedInfrastructureIsReachedWithSecretsAndCertificates() {
        var manifests = Chart.of("ci/sasl-values.yaml").render();
        var rules = manifests.deployment("rules").at("/spec/template/spec/containers/0");

        var config = manifests.named("ConfigMap", "cairn-rules").path("data");

        Map.of(
                        "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                        "KAFKA_SASL_MECHANISM", "SCRAM-SHA-512",
                        "KAFKA_SSL_TRUSTSTORE_LOCATION", "/etc/cairn/kafka-trust/ca.crt",
                        "KAFKA_SSL_TRUSTSTORE_TYPE", "PEM",
                        "CAIRN_TOPICS_CREATE", "true",
                        "CAIRN_TOPICS_PARTITIONS", "6",
                        "QUARKUS_REDIS_HOSTS", "rediss://redis.redis:6380")
                .forEach((key, value) -> assertThat(config.path(key).asText()).isEqualTo(value));
        assertThat(config.path("QUARKUS_DATASOURCE_JDBC_URL").asText())
                .endsWith("/rules?sslmode=verify-full&sslrootcert=/etc/pg/ca.crt");
        assertThat(secret(rules, "KAFKA_SASL_JAAS_CONFIG")).isEqualTo("kafka-login");
        assertThat(secret(rules, "QUARKUS_REDIS_PASSWORD")).isEqualTo("redis-login");
        assertThat(rules.path("volumeMounts").toString()).contains("/etc/pg", "kafka-trust");
    }

    @Test
    void definitionsAreReadFromConfigMaps() {
        var manifests = Chart.of("ci/programme-values.yaml").render();

        assertThat(config(manifests, "rules", "CAIRN_PROGRAMME_FILE"))
                .isEqualTo("/etc/cairn/files/programme/programme.yaml");
        assertThat(config(manifests, "segment", "CAIRN_SEGMENTS_FILE"))
                .isEqualTo("/etc/cairn/files/segments/shop.yaml");
        assertThat(config(manifests, "ledger", "CAIRN_CATALOGUE_FILE"))
                .isEqualTo("/etc/cairn/files/catalogue/catalogue.yaml");
        assertThat(config(manifests, "ledger", "CAIRN_CURRENCIES_FILE"))
                .isEqualTo("/etc/cairn/files/currencies/currencies.yaml");
        assertThat(config(manifests, "ledger", "CAIRN_EXPIRY_ZONE")).isEqualTo("America/New_York");
        assertThat(config(manifests, "rules", "JAVA_OPTS_APPEND")).contains("MaxRAMPercentage");
        assertThat(config(MINIMAL, "rules", "JAVA_OPTS_APPEND")).isEmpty();
    }

    @Test
    void tracesAreOffWithoutAnEndpoint() {
        var traced = Chart.of("ci/monitoring-values.yaml").render();

        assertThat(Chart.minimal().text()).doesNotContain("QUARKUS_OTEL");
        assertThat(config(traced, "rules", "QUARKUS_OTEL_SDK_DISABLED")).isEqualTo("false");
        assertThat(config(traced, "rules", "QUARKUS_OTEL_RESOURCE_ATTRIBUTES"))
                .isEqualTo("service.namespace=cairn,service.version=0.1.0");
    }

    private static JsonNode container(String workload) {
        return MINIMAL.deployment(workload).at("/spec/template/spec/containers/0");
    }

    private static String config(Manifests manifests, String workload, String key) {
        return manifests.named("ConfigMap", "cairn-" + workload).path("data").path(key).asText();
    }

    private static String value(JsonNode container, String name) {
        return variable(container, name).path("value").asText();
    }

    private static String secret(JsonNode container, String name) {
        return variable(container, name).at("/valueFrom/secretKeyRef/name").asText();
    }

    private static JsonNode variable(JsonNode container, String name) {
        return items(container.path("env"))
                .filter(variable -> variable.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }
}
