package dev.cairn.devstack.kafka;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.process.Artifacts;
import dev.cairn.devstack.process.Child;
import dev.cairn.devstack.process.Programs;
import dev.cairn.devstack.process.Site;
import dev.cairn.devstack.process.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Apache Kafka in KRaft mode, one node, as a child process. */
public final class Kafka implements Unit {

    private static final String SETTINGS =
            """
            process.roles=broker,controller
            node.id=1
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
            inter.broker.listener.name=PLAINTEXT
            controller.listener.names=CONTROLLER
            controller.quorum.voters=1@127.0.0.1:%2$d
            log.dirs=%3$s
            auto.create.topics.enable=false
            offsets.topic.num.partitions=6
            offsets.topic.replication.factor=1
            transaction.state.log.num.partitions=2
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            # A lone node waits for nobody.
            group.initial.rebalance.delay.ms=0
            broker.session.timeout.ms=3000
            broker.heartbeat.interval.ms=500
            # A trial machine has two cores and little memory.
            num.network.threads=2
            num.io.threads=4
            background.threads=4
            num.recovery.threads.per.data.dir=2
            log.cleaner.dedupe.buffer.size=8388608
            log.retention.hours=-1
            log.segment.bytes=134217728
            """;

    private final Site site;

    public Kafka(Site site) {
        this.site = site;
    }

    @Override
    public Component component() {
        return Component.KAFKA;
    }

    @Override
    public List<String> ports() {
        return List.of("kafka", "kafka-controller");
    }

    @Override
    public String program() {
        return "java";
    }

    @Override
    public Path home() {
        return site.home("kafka");
    }

    @Override
    public String address() {
        return "127.0.0.1:" + site.port("kafka");
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(home());
        Files.deleteIfExists(ready());
        Files.writeString(
                settings(),
                SETTINGS.formatted(
                        site.port("kafka"),
                        site.port("kafka-controller"),
                        home().resolve("data").toAbsolutePath()));
        Files.writeString(topics(), TopicList.text());
    }

    @Override
    public List<String> command() {
        return List.of(
                Programs.java(),
                "-Xms128m",
                "-Xmx384m",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                Programs.QUICK_COMPILER,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.clients.NetworkClient=error",
                "-cp",
                Artifacts.recorded().classPath(),
                KafkaNode.class.getName(),
                settings().toString(),
                topics().toString(),
                ready().toString());
    }

    /** The node notes its pid once it serves clients and all topics exist. */
    @Override
    public boolean isHealthy(Child child) {
        try {
            return Files.readString(ready()).equals(Long.toString(child.pid()));
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(90);
    }

    private Path settings() {
        return home().resolve("server.properties");
    }

    private Path topics() {
        return home().resolve("topics");
    }

    private Path ready() {
        return home().resolve("ready");
    }
}
