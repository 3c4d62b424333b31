package dev.cairn.notify.consent;

import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.purpose.Purpose;
import java.util.Map;
import java.util.Optional;

/** What a member says now about each purpose and channel; silence is a third answer. */
public record Consents(Map<Topic, Boolean> answers) {

    /** What is asked. */
    public record Topic(Purpose purpose, Channel channel) {}

    public Consents {
        answers = Map.copyOf(answers);
    }

    /** A member who never said anything. */
    public static Consents none() {
        return new Consents(Map.of());
    }

    /** Whether the member said yes and did not take it back. */
    public boolean granted(Purpose purpose, Channel channel) {
        return answer(purpose, channel).orElse(false);
    }

    /** Whether the member said no. */
    public boolean refused(Purpose purpose, Channel channel) {
        return !answer(purpose, channel).orElse(true);
    }

    private Optional<Boolean> answer(Purpose purpose, Channel channel) {
        return Optional.ofNullable(answers.get(new Topic(purpose, channel)));
    }
}
