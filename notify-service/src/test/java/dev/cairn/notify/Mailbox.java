package dev.cairn.notify;

import static io.restassured.RestAssured.given;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks at what the mail server received. */
@ApplicationScoped
public class Mailbox {
    private final String sinks;

    public Mailbox(@ConfigProperty(name = "devstack.sinks.url") String sinks) {
        this.sinks = sinks;
    }

    /** The mails of a member, newest first; the values are headers. */
    public List<Map<String, Object>> of(String member) {
        return given().baseUri(sinks)
                .queryParam("to", member)
                .get("/mails")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("$");
    }

    /** The newest mail of a member as it came over the wire. */
    public String raw(String member) {
        return given().baseUri(sinks)
                .get("/mails/" + of(member).getFirst().get("number"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The path of the unsubscribe link in the newest mail of a member. */
    public String unsubscribePath(String member) {
        var header = of(member).getFirst().get("listUnsubscribe").toString().replaceAll("\\s", "");
        return header.substring(header.indexOf("/u/"), header.indexOf('>'));
    }
}
