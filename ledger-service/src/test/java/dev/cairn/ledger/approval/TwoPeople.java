package dev.cairn.ledger.approval;

import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Calls;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Anna asks, others decide.
 *
 * @param path of what she asks for
 */
public record TwoPeople(String path) {
    public static final String ANNA = TestTokens.of("anna", "cairn-desk", "support").token();
    public static final String BERT = TestTokens.of("bert", "cairn-desk", "support").token();
    public static final String BOSS = TestTokens.staff("manager");

    /** The id of what has to wait. */
    public String waits(Response asked) {
        return asked.then()
                .statusCode(202)
                .body("status", equalTo("waiting"))
                .body("askedBy", equalTo("anna"))
                .body("decidedBy", equalTo(null))
                .body("note", equalTo(null))
                .extract()
                .path("id");
    }

    public Response approve(String token, String id) {
        return decide(token, id, "approve");
    }

    public Response reject(String token, String id) {
        return decide(token, id, "reject");
    }

    private Response decide(String token, String id, String what) {
        return post(token, path + "/" + id + "/" + what, "");
    }

    /** Anna may not decide, Bert may, and nobody after him. */
    public ValidatableResponse onlyBertApproves(String id) {
        refused(approve(ANNA, id), 403, "second-approver-needed");
        refused(reject(ANNA, id), 403, "second-approver-needed");
        approve(BERT, id)
                .then()
                .statusCode(200)
                .body("status", equalTo("done"))
                .body("decidedBy", equalTo("bert"));
        refused(approve(BOSS, id), 409, "adjustment-decided").body("state", equalTo("done"));
        refused(reject(BERT, id), 409, "adjustment-decided");
        return approve(BERT, id).then().statusCode(200);
    }

    /** What was rejected is not approved any more. */
    public void bossRejects(String id) {
        reject(BOSS, id).then().statusCode(200).body("status", equalTo("rejected"));
        reject(BOSS, id).then().statusCode(200);
        refused(approve(BERT, id), 409, "adjustment-decided").body("state", equalTo("rejected"));
    }

    /** Of eight people at once, one approves. */
    public void oneOfManyApproves(String id) throws Exception {
        var tokens =
                IntStream.range(0, 8)
                        .mapToObj(i -> TestTokens.of("boss-" + i, "cairn-desk", "manager").token());

        assertThat(Calls.atOnce(approvals(tokens.toList(), id)))
                .isEqualTo(Map.of(200, 1L, 409, 7L));
    }

    /** One person may approve as often as it likes, also at once. */
    public void bertApprovesManyTimes(String id) throws Exception {
        var tokens = IntStream.range(0, 8).mapToObj(i -> BERT);

        assertThat(Calls.atOnce(approvals(tokens.toList(), id))).isEqualTo(Map.of(200, 8L));
    }

    private List<Callable<Integer>> approvals(List<String> tokens, String id) {
        return tokens.stream()
                .<Callable<Integer>>map(token -> () -> approve(token, id).statusCode())
                .toList();
    }

    /** It is among what waits, and nowhere else. */
    public void findWaiting(String id) {
        assertThat(listed("waiting")).contains(id);
        assertThat(listed("done")).doesNotContain(id);
    }

    private List<String> listed(String status) {
        return get(BERT, path + "?limit=200&status=" + status).jsonPath().getList("items.id");
    }

    /** What nobody asked for, who may not ask, and lists that there are not. */
    public void refuseNonsense() {
        refused(approve(BERT, newKey()), 404, "not-found");
        refused(reject(BERT, "nothing"), 404, "not-found");
        refused(approve(TestTokens.member("m-1"), newKey()), 403, "forbidden");
        refused(get(BOSS, path + "?status=odd"), 400, "invalid-request");
        refused(get(BOSS, path + "?cursor=YQ"), 400, "invalid-request");
    }
}
