package dev.cairn.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.logging.json.runtime.AdditionalField;
import io.quarkus.logging.json.runtime.JsonFormatter;
import io.quarkus.logging.json.runtime.JsonLogConfig.AdditionalFieldConfig.Type;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

/** The keys of a line in production, which operators' queries are written for. */
class ProductionLogTest {
    private static final String PREFIX = "quarkus.log.console.json.";

    private static Properties defaults() throws IOException {
        var defaults = new Properties();
        try (var file =
                ProductionLogTest.class.getResourceAsStream(
                        "/META-INF/microprofile-config.properties")) {
            defaults.load(file);
        }
        return defaults;
    }

    @Test
    void aLineHasTheAgreedKeys() throws IOException {
        var defaults = defaults();
        assertThat(defaults.getProperty("%prod." + PREFIX + "enabled")).isEqualTo("true");
        var formatter = new JsonFormatter(defaults.getProperty(PREFIX + "key-overrides"));
        formatter.setExcludedKeys(
                Set.of(defaults.getProperty(PREFIX + "excluded-keys").split(",")));
        formatter.setAdditionalFields(
                Map.of("service", new AdditionalField("ledger", Type.STRING)));
        var record = new ExtLogRecord(Level.INFO, "refused: type=gone", "dev.cairn.Sample");
        record.setLoggerName("dev.cairn.Sample");
        record.putMdc("traceId", "0af7651916cd43dd8448eb211c80319c");
        record.putMdc("spanId", "b7ad6b7169203331");

        var line = new JsonMapper().readTree(formatter.format(record));

        assertThat(line.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "timestamp", "level", "logger", "message", "service", "threadName", "mdc");
        assertThat(line.at("/logger").asText()).isEqualTo("dev.cairn.Sample");
        assertThat(line.at("/mdc/traceId").asText()).hasSize(32);
    }
}
