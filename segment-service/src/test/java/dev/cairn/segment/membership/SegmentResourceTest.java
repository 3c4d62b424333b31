package dev.cairn.segment.membership;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.segment.SegmentTest;
import dev.cairn.segment.Shop;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@SegmentTest
class SegmentResourceTest {
    @Inject Shop shop;
    @Inject CairnClock clock;

    private final String member = Shop.newMember();

    @Test
    void segmentsAreListedWithConditionAndSize() {
        long before = size("new");
        shop.enrol(member, clock.instant());

        as("manager")
                .header("Accept-Language", "de-AT, en;q=0.5")
                .get("/v1/segments")
                .then()
                .statusCode(200)
                .body("id", contains("new", "active", "at-risk", "lapsed", "champion"))
                .body("[2].title", equalTo("Gefährdet"))
                .body("[1].objective", notNullValue())
                .body("[4].condition.all[0].window", equalTo("P90D"))
                .body("[4].condition.all[1].value", equalTo(30000));
        assertThat(size("new")).isEqualTo(before + 1);
    }

    @Test
    void sizesEqualTheMembersThatAreListed() {
        for (int i = 0; i < 5; i++) {
            shop.enrol(Shop.newMember(), clock.instant());
        }

        var listed = new ArrayList<String>();
        String cursor = null;
        do {
            var page =
                    as("auditor")
                            .queryParam("limit", 2)
                            .queryParam("cursor", cursor == null ? "" : cursor)
                            .get("/v1/segments/new/members")
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            listed.addAll(page.getList("items.member"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(listed).doesNotHaveDuplicates().isSorted().hasSize((int) size("new"));
    }

    @Test
    void everySegmentExplainsItself() {
        shop.enrol(member, clock.instant());

        as("support")
                .get("/v1/members/" + member + "/segments")
                .then()
                .statusCode(200)
                .body("member", equalTo(member))
                .body("segments.id", contains("new"))
                .body("segments[0].since", equalTo(clock.instant().toString()))
                .body("segments[0].nextChangeAt", notNullValue())
                .body("segments[0].explain", hasSize(2))
                .body("segments[0].explain[0].field", equalTo("joinedAt"))
                .body("segments[0].explain[0].wanted", equalTo("P30D"))
                .body("segments[0].explain[0].met", equalTo(true))
                .body("segments[0].explain[1].value", equalTo(0))
                .body("others.id", contains("active", "at-risk", "lapsed", "champion"))
                .body("others[0].since", nullValue())
                .body("others[0].explain[0].value", nullValue())
                .body("others[3].explain[0].window", equalTo("P90D"))
                .body("facts.purchases", equalTo(0))
                .body("facts.netSpendMinor", equalTo(0))
                .body("facts.joinedAt", equalTo(clock.instant().toString()))
                .body("facts.lastPurchaseAt", nullValue());
    }

    @Test
    void aMemberSeesItsOwnSegmentsOnly() {
        shop.enrol(member, clock.instant());

        own(member)
                .header("Accept-Language", "de")
                .get("/v1/me/segments")
                .then()
                .statusCode(200)
                .body("id", contains("new"))
                .body("[0].title", equalTo("Neu"));
        own(Shop.newMember()).get("/v1/me/segments").then().statusCode(200).body("", empty());
        own(member).get("/v1/members/" + member + "/segments").then().statusCode(403);
        own(member).get("/v1/segments").then().statusCode(403);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        as("support").get("/v1/members/" + member + "/segments").then().statusCode(404);
        as("manager").get("/v1/segments/vips/members").then().statusCode(404);
        as("manager").get("/v1/nothing").then().statusCode(404);
    }

    @Test
    void pagesTakeOnlyTheirOwnCursorsAndLimits() {
        for (var query : List.of("limit=0", "limit=201", "limit=x", "cursor=%25", "cursor=YQ")) {
            int status =
                    as("manager")
                            .get("/v1/segments/new/members?" + query)
                            .then()
                            .extract()
                            .statusCode();
            // "YQ" is a cursor of this list's form; it reveals nothing that the list does not
            assertThat(status).as(query).isIn(query.equals("cursor=YQ") ? 200 : 400, 404);
        }
    }

    @Test
    void onlyStaffThatMaySeesMembers() {
        given().get("/v1/segments").then().statusCode(401);
        as("operator").get("/v1/segments").then().statusCode(200);
        as("operator").get("/v1/segments/new/members").then().statusCode(403);
        as("manager").get("/v1/members/" + member + "/segments").then().statusCode(403);
        given().auth().oauth2(TestTokens.pos("shop")).get("/v1/segments").then().statusCode(403);
    }

    private long size(String segment) {
        return as("auditor")
                .get("/v1/segments")
                .then()
                .extract()
                .jsonPath()
                .getLong("find { it.id == '" + segment + "' }.size");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.staff(role));
    }

    private static RequestSpecification own(String memberId) {
        return given().auth().oauth2(TestTokens.member(memberId));
    }
}
