package dev.cairn.contracts;

import static dev.cairn.contracts.Sample.AT;
import static dev.cairn.contracts.Sample.MEMBER;

import dev.cairn.contracts.MessageEvent.ConsentChanged;
import dev.cairn.contracts.MessageEvent.FeedbackGiven;
import dev.cairn.contracts.MessageEvent.MessageBounced;
import dev.cairn.contracts.MessageEvent.MessageClicked;
import dev.cairn.contracts.MessageEvent.MessageComplained;
import dev.cairn.contracts.MessageEvent.MessageDeferred;
import dev.cairn.contracts.MessageEvent.MessageDelivered;
import dev.cairn.contracts.MessageEvent.MessageFailed;
import dev.cairn.contracts.MessageEvent.MessageOpened;
import dev.cairn.contracts.MessageEvent.MessageSent;
import dev.cairn.contracts.MessageEvent.MessageSkipped;
import java.time.Duration;
import java.util.stream.Stream;

final class MessageSamples {
    private static final String ID = "msg-77";
    private static final String TEMPLATE = "streak-at-risk";
    private static final String EMAIL = "email";
    private static final Duration TEN_HOURS = Duration.ofHours(10);

    private MessageSamples() {}

    static Stream<Sample> all() {
        return Stream.of(
                        new MessageSent(ID, MEMBER, TEMPLATE, EMAIL, AT),
                        new MessageDeferred(
                                ID, MEMBER, TEMPLATE, "quiet-hours", AT.plus(TEN_HOURS), AT),
                        new MessageSkipped(ID, MEMBER, TEMPLATE, "no-consent", AT),
                        new MessageFailed(ID, MEMBER, TEMPLATE, EMAIL, "550 no such mailbox", AT),
                        new MessageDelivered(ID, MEMBER, EMAIL, AT),
                        new MessageOpened(ID, MEMBER, EMAIL, AT),
                        new MessageClicked(ID, MEMBER, EMAIL, "progress", AT),
                        new MessageBounced(ID, MEMBER, EMAIL, true, "550 no such mailbox", AT),
                        new MessageComplained(ID, MEMBER, EMAIL, AT),
                        new ConsentChanged(
                                MEMBER, "marketing", EMAIL, false, "unsubscribe-link", AT),
                        new FeedbackGiven(ID, MEMBER, -1, AT))
                .map(Sample::complete);
    }
}
