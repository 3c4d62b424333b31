package dev.cairn.notify.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.notify.NotifyTest;
import dev.cairn.notify.Stage;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@NotifyTest
class InboxTest {
    @Inject Stage stage;

    @TestHTTPResource("/v1/me/inbox/stream")
    URI stream;

    @Test
    void newestComesFirstInPiecesAndCanBeRead() {
        var member = withMessages(5);

        var first =
                Stage.as(member)
                        .get("/v1/me/inbox?limit=2")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(2))
                        .body("items[0].read", equalTo(false))
                        .body("next", notNullValue())
                        .extract();
        Stage.as(member)
                .get("/v1/me/inbox?limit=200&cursor=" + first.path("next"))
                .then()
                .body("items", hasSize(3))
                .body("next", equalTo(null));

        String id = first.path("items[0].id");
        Stage.as(member)
                .post("/v1/me/inbox/" + id + "/read")
                .then()
                .statusCode(200)
                .body("read", equalTo(true))
                .body("readAt", notNullValue());
        Stage.as(member).get("/v1/me/inbox").then().body("items[0].read", equalTo(true));
    }

    @Test
    void foreignMessageIsNotThere() {
        var member = withMessages(1);
        String id = Stage.as(member).get("/v1/me/inbox").path("items[0].id");
        var other = Stage.newMember();

        Stage.as(other)
                .post("/v1/me/inbox/" + id + "/read")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://cairn.dev/problems/message-unknown"));
        Stage.as(other).get("/v1/me/inbox").then().body("items", hasSize(0));
        Stage.as(member).get("/v1/me/inbox").then().body("items[0].read", equalTo(false));
    }

    @Test
    void inboxIsForMembersOnly() {
        given().get("/v1/me/inbox").then().statusCode(401);
        Stage.asStaff("auditor").get("/v1/me/inbox").then().statusCode(403);
        given().auth()
                .oauth2(TestTokens.pos("shop"))
                .get("/v1/me/inbox/stream")
                .then()
                .statusCode(403);
    }

    @Test
    void streamContinuesAfterTheLastEventThatWasSeen() throws IOException, InterruptedException {
        var member = withMessages(3);
        var all = listen(member, "0");
        await().atMost(Duration.ofSeconds(10)).until(() -> ids(all).size() == 3);
        var second = ids(all).get(1);

        var rest = listen(member, second);
        await().atMost(Duration.ofSeconds(10)).until(() -> !ids(rest).isEmpty());
        assertThat(ids(rest)).containsExactly(ids(all).get(2));

        stage.publish(stage.milestone(member, 100));
        await().atMost(Duration.ofSeconds(10)).until(() -> ids(rest).size() == 2);
        assertThat(rest).anyMatch(line -> line.contains("\"template\":\"milestone-reached\""));
    }

    private String withMessages(int messages) {
        stage.at("12:00");
        var member = Stage.newMember();
        for (var step = 1; step <= messages; step++) {
            stage.publish(stage.milestone(member, step));
        }
        stage.awaitSettled(member, "milestone-reached", messages);
        return member;
    }

    private List<String> listen(String member, String lastEventId) {
        var request =
                HttpRequest.newBuilder(stream)
                        .header("Authorization", "Bearer " + TestTokens.member(member))
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", lastEventId)
                        .build();
        var lines = new CopyOnWriteArrayList<String>();
        HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofLines())
                .thenAccept(response -> collect(response.body(), lines));
        return lines;
    }

    private static void collect(Stream<String> body, List<String> lines) {
        body.forEach(lines::add);
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring(3).strip())
                .toList();
    }
}
