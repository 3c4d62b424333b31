package dev.cairn.notify.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.delivery.Carrier;
import dev.cairn.notify.delivery.Handover;
import dev.cairn.notify.delivery.Letter;
import dev.cairn.notify.provider.ProviderClient;
import dev.cairn.notify.provider.ProviderClient.Post;
import dev.cairn.notify.suppression.Suppression;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/** Hands messages to the push provider. */
@ApplicationScoped
public class PushCarrier implements Carrier {
    private static final int NOT_FOUND = 404;

    private final ProviderClient client;
    private final PushConfig config;

    public PushCarrier(ProviderClient client, PushConfig config) {
        this.client = client;
        this.config = config;
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    @Override
    public boolean enabled() {
        return config.url().isPresent();
    }

    @Override
    public Handover hand(Letter letter) {
        var post =
                new Post(
                        config.url().orElseThrow(),
                        "application/json; charset=utf-8",
                        "Bearer " + config.token().orElse(""),
                        json(letter));
        return client.send(post, PushCarrier::refusal);
    }

    private static String json(Letter letter) {
        var words = letter.wording();
        var message =
                Map.of(
                        "token", letter.address(),
                        "notification", Map.of("title", words.subject(), "body", words.inbox()),
                        "data", Map.of("messageId", letter.messageId().toString()));
        try {
            return EventCodec.json().writeValueAsString(Map.of("message", message));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The app is gone from the device if the details say so; 404 alone may be a wrong address of
     * ours, and 400 a wrong message.
     */
    static Handover refusal(HttpResponse<String> response) {
        var gone =
                response.statusCode() == NOT_FOUND && response.body().contains("\"UNREGISTERED\"");
        return new Handover.Refused(
                gone ? Optional.of(Suppression.hardBounce()) : Optional.empty(),
                String.valueOf(response.statusCode()));
    }
}
