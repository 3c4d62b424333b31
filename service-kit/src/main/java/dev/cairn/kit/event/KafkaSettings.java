package dev.cairn.kit.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** How to reach the broker: all {@code kafka.*} keys of the configuration, as the channels do. */
@ApplicationScoped
public class KafkaSettings {
    private final Map<String, Object> broker;

    public KafkaSettings(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /** The common settings with some of one's own. */
    public Map<String, Object> with(Map<String, Object> own) {
        var settings = new HashMap<>(broker);
        settings.putAll(own);
        return settings;
    }
}
