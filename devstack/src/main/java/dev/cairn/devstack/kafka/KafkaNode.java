package dev.cairn.devstack.kafka;

import dev.cairn.contracts.Topics.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The child process: formats the storage, runs the broker, makes the topics, says so. */
final class KafkaNode {

    /** Always the same: a node that comes back must find the cluster that it left. */
    private static final String CLUSTER = "Y2Fpcm4tZGV2c3RhY2swMA";

    private KafkaNode() {}

    public static void main(String[] args) throws IOException {
        Path settings = Path.of(args[0]);
        Path topics = Path.of(args[1]);
        Path ready = Path.of(args[2]);
        format(settings);
        Thread.ofPlatform().name("topics").start(() -> announce(settings, topics, ready));
        kafka.Kafka.main(new String[] {settings.toString()});
    }

    private static void format(Path settings) {
        int outcome =
                StorageTool.execute(
                        new String[] {
                            "format",
                            "--ignore-formatted",
                            "--cluster-id",
                            CLUSTER,
                            "--config",
                            settings.toString()
                        },
                        System.out);
        if (outcome != 0) {
            System.exit(outcome);
        }
    }

    private static void announce(Path settings, Path topics, Path ready) {
        try {
            createMissing(address(settings), Files.readAllLines(topics));
            Files.writeString(ready, Long.toString(ProcessHandle.current().pid()));
        } catch (IOException | ExecutionException | InterruptedException e) {
            throw new IllegalStateException("The topics could not be made.", e);
        }
    }

    private static void createMissing(String address, List<String> lines)
            throws ExecutionException, InterruptedException {
        try (Admin admin =
                Admin.create(
                        Map.of(
                                "bootstrap.servers",
                                address,
                                "reconnect.backoff.max.ms",
                                "100",
                                "default.api.timeout.ms",
                                "60000"))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing =
                    lines.stream()
                            .map(TopicList::parse)
                            .filter(topic -> !present.contains(topic.name()))
                            .map(KafkaNode::topic)
                            .toList();
            admin.createTopics(missing).all().get();
        }
    }

    private static NewTopic topic(Topic topic) {
        return new NewTopic(topic.name(), topic.partitions(), (short) 1)
                .configs(Map.of("cleanup.policy", topic.compacted() ? "compact" : "delete"));
    }

    private static String address(Path settings) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(settings)) {
            properties.load(reader);
        }
        return properties.getProperty("advertised.listeners").replace("PLAINTEXT://", "");
    }
}
