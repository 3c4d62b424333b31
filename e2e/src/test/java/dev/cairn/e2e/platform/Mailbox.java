package dev.cairn.e2e.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.client.Api;
import java.util.List;
import java.util.stream.StreamSupport;

/** What arrived at an e-mail address. */
public final class Mailbox {

    private final Api api;
    private final String address;

    Mailbox(Api api, String address) {
        this.api = api;
        this.address = address;
    }

    /** Headers of the mails, newest first: {@code subject}, {@code listUnsubscribe} and so on. */
    public List<JsonNode> mails() {
        String url = api.platform().sinksUrl() + "/mails?limit=1000&to=" + address;
        JsonNode mails = api.http().get(url).orFail().json();
        return StreamSupport.stream(mails.spliterator(), false).toList();
    }

    /** A whole mail as it came over the wire. */
    public String raw(JsonNode mail) {
        String url = api.platform().sinksUrl() + "/mails/" + mail.path("number").asInt();
        return api.http().get(url).orFail().body();
    }
}
