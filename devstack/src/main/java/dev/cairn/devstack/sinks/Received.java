package dev.cairn.devstack.sinks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** What the stand-ins accepted, newest last; the oldest fall out so that memory stays bounded. */
final class Received {

    private static final int KEPT = 50_000;

    /**
     * One message.
     *
     * @param number counts all messages of the channel from 1
     * @param channel {@code sms} or {@code push}
     * @param to phone number or device token
     * @param content as received
     */
    record Message(long number, String channel, String to, JsonNode content) {}

    private final Deque<Message> messages = new ArrayDeque<>();
    private long accepted;

    synchronized long add(String channel, String to, JsonNode content) {
        accepted++;
        messages.addLast(new Message(accepted, channel, to, content));
        if (messages.size() > KEPT) {
            messages.removeFirst();
        }
        return accepted;
    }

    synchronized List<Message> list(Predicate<Message> wanted) {
        return messages.stream().filter(wanted).toList();
    }

    synchronized long accepted() {
        return accepted;
    }
}
