package dev.cairn.notify.unsubscribe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.cairn.kit.db.Database;
import dev.cairn.notify.Mailbox;
import dev.cairn.notify.NotifyTest;
import dev.cairn.notify.Stage;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@NotifyTest
class UnsubscribeTest {
    @Inject Stage stage;
    @Inject Mailbox mailbox;
    @Inject Database database;

    @Test
    void mailCarriesBothHeadersAndOneClickEndsThatPurposeOnly() {
        var member = mailed();
        var mail = mailbox.of(member).getFirst();
        assertThat(mail.get("listUnsubscribePost")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.get("messageID").toString()).endsWith("@cairn.example>");
        assertThat(mailbox.raw(member))
                .containsPattern("(?m)^List-Unsubscribe: <http[^\\s]+/u/")
                .containsPattern("(?m)^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$");

        oneClick(mailbox.unsubscribePath(member));

        assertThat(consent(member, "loyalty")).isFalse();
        assertThat(consent(member, "marketing")).isTrue();
        stage.publish(stage.milestone(member, 5));
        assertThat(stage.awaitSettled(member, "milestone-reached", 2).getLast().reason())
                .isEqualTo("consent");
        assertThat(mailbox.of(member)).hasSize(1);
    }

    @Test
    void oneClickTwiceIsTheSameAsOnce() {
        var member = mailed();
        var path = mailbox.unsubscribePath(member);

        oneClick(path);
        oneClick(path);

        assertThat(answers(member)).isEqualTo(3);
    }

    @Test
    void lookingAtThePageChangesNothing() {
        var member = mailed();
        var path = mailbox.unsubscribePath(member);

        given().header("Accept-Language", "de")
                .get(path)
                .then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("<html lang=\"de\">"))
                .body(containsString("<button type=\"submit\">Abbestellen</button>"))
                .body(not(containsString(member)));
        given().head(path);

        assertThat(consent(member, "loyalty")).isTrue();
        assertThat(answers(member)).isEqualTo(2);
    }

    @Test
    void pagesFormWorksToo() {
        var member = mailed();

        given().formParam("List-Unsubscribe", "One-Click")
                .post(mailbox.unsubscribePath(member))
                .then()
                .statusCode(200)
                .body(containsString("You are unsubscribed."));

        assertThat(consent(member, "loyalty")).isFalse();
    }

    @Test
    void changedLinkIsNotALink() {
        var member = mailed();
        var path = mailbox.unsubscribePath(member);
        var middle = path.length() / 3;
        var flipped = path.charAt(middle) == 'A' ? 'B' : 'A';
        var changed = path.substring(0, middle) + flipped + path.substring(middle + 1);

        given().post(changed)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://cairn.dev/problems/unsubscribe-link-unknown"));
        given().get("/u/no-link-at-all").then().statusCode(404);

        assertThat(consent(member, "loyalty")).isTrue();
    }

    @Test
    void onlyTheMembersOwnWordTakesAnUnsubscribeBack() {
        var member = mailed();
        oneClick(mailbox.unsubscribePath(member));

        Stage.asStaff("support")
                .body("{\"granted\":true,\"origin\":\"phone\"}")
                .put("/v1/members/" + member + "/consents/loyalty/email")
                .then()
                .statusCode(200);
        stage.publish(stage.milestone(member, 5));
        assertThat(stage.awaitSettled(member, "milestone-reached", 2).getLast().reason())
                .isEqualTo("suppressed");

        stage.say(member, "loyalty", "email", true);
        stage.publish(stage.milestone(member, 10));
        stage.awaitSettled(member, "milestone-reached", 3);
        assertThat(mailbox.of(member)).hasSize(2);
    }

    @Test
    void suppressionOutlivesTheMember() {
        var member = mailed();
        oneClick(mailbox.unsubscribePath(member));
        stage.erase(member);
        stage.publish(stage.milestone(member, 5));
        assertThat(stage.awaitSettled(member, "milestone-reached", 2).getLast().reason())
                .isEqualTo("erased");

        var next = stage.enrolled("en");
        Stage.asStaff("support")
                .body("{\"address\":\"" + Stage.address(member) + "\"}")
                .put("/v1/members/" + next + "/contact-points/email")
                .then()
                .statusCode(200);
        Stage.asStaff("support")
                .body("{\"granted\":true,\"origin\":\"phone\"}")
                .put("/v1/members/" + next + "/consents/loyalty/email")
                .then()
                .statusCode(200);
        stage.publish(stage.milestone(next, 3));

        assertThat(stage.awaitOutcome(next, "milestone-reached", "sent").reason())
                .isEqualTo("suppressed");
    }

    private String mailed() {
        stage.at("12:00");
        var member = stage.reachable("en");
        stage.publish(stage.milestone(member, 3));
        stage.awaitOutcome(member, "milestone-reached", "sent");
        return member;
    }

    private static void oneClick(String path) {
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .redirects()
                .follow(false)
                .post(path)
                .then()
                .statusCode(200);
    }

    private static boolean consent(String member, String purpose) {
        return Stage.as(member)
                .get("/v1/me/consents")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getBoolean("find { it.purpose == '" + purpose + "' }.granted");
    }

    private long answers(String member) {
        return database.read(
                tx ->
                        tx.first(
                                        "SELECT count(*) AS n FROM consent WHERE member_id = ?",
                                        row -> row.longValue("n"),
                                        member)
                                .orElseThrow());
    }
}
