package dev.cairn.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The schema knows exactly the keys of values.yaml, and stops typing errors before they are
 * installed.
 */
class SchemaTest {
    private static final JsonNode SCHEMA = Yaml.file(Chart.HOME.resolve("values.schema.json"));
    private static final Set<String> WORKLOADS = Set.of("ledger", "notify", "rules", "segment");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafak: {}                                              | kafak",
                "kafka: {bootstrapServer: 'a:1'}                        | bootstrapServer",
                "kafka: {bootstrapServers: kafka}                       | bootstrapServers",
                "kafka: {security: {protocol: TLS}}                     | protocol",
                "kafka: {topics: {partitions: '12'}}                    | partitions",
                "oidc: {authServerUrl: login.example.com}               | authServerUrl",
                "defaults: {replica: 3}                                 | replica",
                "defaults: {replicas: 0}                                | replicas",
                "defaults: {image: {tag: latest}}                       | tag",
                "services: {rules: {image: {tag: latest}}}              | tag",
                "services: {rules: {image: {digest: 'sha256:1'}}}       | digest",
                "services: {ledger: {redis: {hosts: 'redis://r'}}}      | redis",
                "services: {ledgr: {}}                                  | ledgr",
                "services: {ledger: {autoscaling: {mode: both}}}        | mode",
                "services: {ledger: {autoscaling: {keda: {minReplicas: 0}}}} | minReplicas",
                "services: {notify: {mail: {password: x}}}              | password",
                "services: {rules: {database: {password: x}}}           | password",
                "services: {rules: {extraEnv: [{value: x}]}}            | name",
                "services: {rules: {podLabels: {a: 1}}}                 | podLabels",
                "monitoring: {prometheusRule: {thresholds: {outbox: 1}}} | outbox",
                "networkPolicy: {egres: []}                             | egres",
                "fullnameOverride: Not_A_Name                           | fullnameOverride",
            })
    void aMistakeIsNamed(String values, String key) {
        assertThat(Chart.minimal().with(values).refusal()).contains(key);
    }

    @Test
    void itHasTheKeysOfTheValuesAndNoOther() {
        var values = new TreeSet<String>();
        var schema = new TreeSet<String>();

        keysOfValues(Yaml.file(Chart.HOME.resolve("values.yaml")), "", values);
        keysOfSchema(SCHEMA, "", schema);

        assertThat(schema).contains("enabled");
        schema.remove("enabled");
        assertThat(values).isEqualTo(schema);
    }

    @Test
    void eachServiceTakesEveryKeyOfTheDefaults() {
        var shared = names(SCHEMA.at("/definitions/workload/properties"));

        assertThat(names(SCHEMA.at("/properties/defaults/properties"))).isEqualTo(shared);
        for (var workload : WORKLOADS) {
            var service = SCHEMA.at("/properties/services/properties/" + workload + "/properties");
            assertThat(names(service)).as(workload).containsAll(shared);
        }
    }

    private static void keysOfValues(JsonNode values, String path, Set<String> keys) {
        for (var field : values.properties()) {
            var key = path + field.getKey();
            keys.add(key);
            if (!isFree(key)) {
                keysOfValues(field.getValue(), key + ".", keys);
            }
        }
    }

    private static void keysOfSchema(JsonNode schema, String path, Set<String> keys) {
        for (var field : schema.path("properties").properties()) {
            var key = path + field.getKey();
            var type = resolve(field.getValue(), key);
            if (type == null) {
                continue;
            }
            keys.add(key);
            if (!isFree(key)) {
                keysOfSchema(type, key + ".", keys);
            }
        }
    }

    /** What a property is; null for those that a service only inherits. */
    private static JsonNode resolve(JsonNode property, String key) {
        if (property.isBoolean()) {
            return key.startsWith("defaults.")
                    ? resolve(
                            SCHEMA.at("/definitions/workload/properties/" + key.substring(9)), key)
                    : null;
        }
        return property.has("$ref")
                ? SCHEMA.at(property.path("$ref").asText().substring(1))
                : property;
    }

    /** Where users write what Kubernetes or they themselves define. */
    private static boolean isFree(String key) {
        return key.matches(".*([lL]abels|[aA]nnotations|SecurityContext|securityContext|resources)")
                || key.matches("defaults\\.probes\\.[a-z]+");
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
