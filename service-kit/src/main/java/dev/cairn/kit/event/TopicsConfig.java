package dev.cairn.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether a service creates the topics that it needs, for brokers that nobody else prepares. */
@ConfigMapping(prefix = "cairn.topics")
public interface TopicsConfig {
    /**
     * Creates, at the start, the topics that the service owns and its dead-letter topics, unless
     * they are there. What is there is never changed.
     */
    @WithDefault("false")
    boolean create();

    /** Partitions of a new topic; more replicas of a service than this stand idle. */
    @WithDefault("12")
    int partitions();

    /** Copies of a new topic among the brokers. */
    @WithDefault("3")
    short replicas();
}
