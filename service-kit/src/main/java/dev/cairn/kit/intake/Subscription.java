package dev.cairn.kit.intake;

import org.apache.kafka.clients.consumer.ConsumerRecords;

/** What a service does with the events of a topic, whether they come first-hand or again. */
public final class Subscription {
    private final String topic;
    private final Intake intake;
    private final Intake.Handler handler;

    Subscription(String topic, Intake intake, Intake.Handler handler) {
        this.topic = topic;
        this.intake = intake;
        this.handler = handler;
    }

    String topic() {
        return topic;
    }

    Intake.Handler handler() {
        return handler;
    }

    /**
     * Handles what a poll brought. Returning means that every record is committed, was a duplicate,
     * has an unknown type, or lies in the dead-letter topic: the caller may acknowledge.
     */
    public void take(ConsumerRecords<String, byte[]> batch) {
        intake.take(batch, handler);
    }
}
