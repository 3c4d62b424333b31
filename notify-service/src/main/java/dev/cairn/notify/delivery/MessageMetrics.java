package dev.cairn.notify.delivery;

import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.decision.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Counts what becomes of messages, once it is committed, and times the channels. */
@Startup
@ApplicationScoped
public class MessageMetrics {
    static final String MESSAGES = "cairn_notify_messages";
    static final String DELIVERY = "cairn_notify_delivery";

    /** The reason of what was sent. */
    private static final String NONE = "none";

    private final MeterRegistry registry;

    /** All series are there from the start, at zero. */
    public MessageMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (var channel : Channel.values()) {
            messages(new Leg(channel, Outcome.SENT, Optional.empty()));
            for (var outcome : Outcome.values()) {
                for (var reason : outcome.reasons(channel)) {
                    messages(new Leg(channel, outcome, Optional.of(reason)));
                }
            }
            if (channel.hasAddress()) {
                delivery(channel);
            }
        }
    }

    void count(List<Leg> legs) {
        legs.forEach(leg -> messages(leg).increment());
    }

    Handover time(Channel channel, Supplier<Handover> handover) {
        return delivery(channel).record(handover);
    }

    private Counter messages(Leg leg) {
        return Counter.builder(MESSAGES)
                .description(
                        "Decisions about messages, per channel: one that waits counts each time it"
                                + " is deferred, one for inbox and e-mail counts in both")
                .tag("channel", leg.channel().text())
                .tag("outcome", leg.outcome().text())
                .tag("reason", leg.reason().map(Reason::text).orElse(NONE))
                .register(registry);
    }

    private Timer delivery(Channel channel) {
        return Timer.builder(DELIVERY)
                .description("From handing a message to its channel until the channel's answer")
                .tag("channel", channel.text())
                .register(registry);
    }
}
