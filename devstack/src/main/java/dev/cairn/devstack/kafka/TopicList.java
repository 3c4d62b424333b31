package dev.cairn.devstack.kafka;

import dev.cairn.contracts.Topics;
import dev.cairn.contracts.Topics.Topic;
import java.util.stream.Collectors;

/** The topics of the platform in a text file: {@code name partitions compacted} on each line. */
final class TopicList {

    private TopicList() {}

    static String text() {
        return Topics.all().stream()
                .map(topic -> topic.name() + " " + topic.partitions() + " " + topic.compacted())
                .collect(Collectors.joining("\n"));
    }

    static Topic parse(String line) {
        String[] words = line.split(" ");
        return new Topic(words[0], Integer.parseInt(words[1]), Boolean.parseBoolean(words[2]));
    }
}
