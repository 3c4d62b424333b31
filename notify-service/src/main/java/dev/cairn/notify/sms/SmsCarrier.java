package dev.cairn.notify.sms;

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
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hands texts to the SMS provider. */
@ApplicationScoped
public class SmsCarrier implements Carrier {
    private static final int NOT_A_NUMBER = 21211;
    private static final int NOT_A_MOBILE = 21614;
    private static final int SAID_STOP = 21610;

    private final ProviderClient client;
    private final SmsConfig config;

    public SmsCarrier(ProviderClient client, SmsConfig config) {
        this.client = client;
        this.config = config;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean enabled() {
        return config.url().isPresent();
    }

    @Override
    public Handover hand(Letter letter) {
        var form =
                Map.of(
                        "To", letter.address(),
                        "From", config.from(),
                        "Body", letter.wording().inbox());
        var post =
                new Post(
                        config.url().orElseThrow(),
                        "application/x-www-form-urlencoded",
                        basic(config.account().orElse(""), config.token().orElse("")),
                        form(form));
        return client.send(post, SmsCarrier::refusal);
    }

    static Handover refusal(HttpResponse<String> response) {
        var code = code(response.body());
        var suppression =
                switch (code) {
                    case NOT_A_NUMBER, NOT_A_MOBILE -> Optional.of(Suppression.hardBounce());
                    case SAID_STOP -> Optional.of(Suppression.complaint());
                    default -> Optional.<Suppression>empty();
                };
        return new Handover.Refused(suppression, response.statusCode() + " " + code);
    }

    private static int code(String body) {
        try {
            return EventCodec.json().readTree(body).path("code").asInt();
        } catch (JsonProcessingException e) {
            return 0;
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String basic(String user, String secret) {
        var both = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
