package dev.cairn.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.client.Api;
import dev.cairn.devstack.demo.Act.Unsubscribe;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Members who press "unsubscribe" in a mail that really arrived. */
final class Mailbox {

    private static final Pattern LINK = Pattern.compile("<(https?://[^>]+)>");

    private final Api api;
    private final Tally tally;

    Mailbox(Api api, Tally tally) {
        this.api = api;
        this.tally = tally;
    }

    /** What a mail program does for its button: RFC 8058. */
    void unsubscribe(Unsubscribe act) {
        JsonNode mails =
                api.http()
                        .get(api.platform().sinksUrl() + "/mails?limit=50&to=" + act.address())
                        .orFail()
                        .json();
        for (JsonNode mail : mails) {
            Matcher link = LINK.matcher(mail.path("listUnsubscribe").asText(""));
            if (link.find()) {
                press(link.group(1));
                return;
            }
        }
        tally.event("wanted to unsubscribe, but had no mail");
    }

    /** The link names the public address of the installation; here the service is local. */
    private void press(String link) {
        String path = URI.create(link).getRawPath();
        api.http()
                .postForm(
                        api.platform().url(Component.NOTIFY) + path,
                        Map.of("List-Unsubscribe", "One-Click"))
                .orFail();
        tally.event("unsubscribed from a mail");
    }
}
