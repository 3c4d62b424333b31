package dev.cairn.ledger.erasure;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.contracts.MemberEvent.MemberMerged;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.intake.BadRecord;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.People;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Merges and erasures overtake each other: records of different members lie on different
 * partitions. In any order everybody is forgotten who has to be.
 */
@LedgerTest
class MergedAndErasedTest {
    private static final Instant SOME_DAY = Instant.parse("2026-03-02T10:00:00Z");

    @Inject Awards awards;
    @Inject People people;
    @Inject Traces traces;
    @Inject Database database;

    private final Map<String, String> members =
            new TreeMap<>(Map.of("a", newMember(), "b", newMember(), "c", newMember()));
    private final String marker = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    /** News of three members, such as {@code a>b} for a merge and {@code b} for an erasure. */
    private MemberEvent[] news(String... told) {
        return Stream.of(told)
                .map(
                        one -> {
                            var who = one.split(">");
                            return who.length == 1
                                    ? new MemberErased(members.get(one), SOME_DAY)
                                    : new MemberMerged(
                                            members.get(who[0]), members.get(who[1]), SOME_DAY);
                        })
                .toArray(MemberEvent[]::new);
    }

    /** Everybody has a hundred points; of the first, sixty are reserved under some words. */
    private String everybodyHasPoints() {
        for (var member : members.values()) {
            awards.publish(award(member, "base:1", 1, 100));
        }
        members.values().forEach(member -> awards.awaitBalance(member, 100));
        return Forgotten.hold(members.get("a"), 60, marker);
    }

    private record Stands(String memberId, String into, boolean erased) {}

    private Map<String, Stands> standings() {
        var found = new TreeMap<String, Stands>();
        var rows =
                database.read(
                        tx ->
                                tx.query(
                                        """
                                        SELECT member_id, merged_into, erased_at IS NOT NULL AS gone
                                        FROM member_standing
                                        WHERE member_id = ANY (?)
                                        """,
                                        row ->
                                                new Stands(
                                                        row.text("member_id"),
                                                        row.textOrNull("merged_into"),
                                                        row.bool("gone")),
                                        (Object) members.values().toArray(String[]::new)));
        rows.forEach(row -> found.put(row.memberId(), row));
        return found;
    }

    private void stands(String who, String into, boolean erased) {
        var member = members.get(who);
        var expected = new Stands(member, into == null ? null : members.get(into), erased);
        assertThat(standings().get(member)).isEqualTo(expected);
    }

    private long sum(String state) {
        return members.values().stream()
                .mapToLong(member -> points(member).extract().jsonPath().getLong(state))
                .sum();
    }

    static List<List<String>> ordersOfTwo() {
        return orders(List.of("a>b", "b"));
    }

    static List<List<String>> ordersOfThree() {
        return orders(List.of("a>b", "b>c", "c"));
    }

    static List<List<String>> ordersOfFour() {
        return orders(List.of("a>b", "b>c", "c", "a"));
    }

    static List<List<String>> ordersWithTheMiddle() {
        return orders(List.of("a>b", "b>c", "b"));
    }

    private static List<List<String>> orders(List<String> news) {
        if (news.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<String>>();
        for (var first : news) {
            var others = news.stream().filter(one -> !one.equals(first)).toList();
            for (var rest : orders(others)) {
                all.add(Stream.concat(Stream.of(first), rest.stream()).toList());
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("ordersOfTwo")
    void bothAreForgotten(List<String> order) throws Exception {
        var hold = everybodyHasPoints();

        order.forEach(one -> people.tell(news(one)));

        stands("a", "b", true);
        stands("b", null, true);
        assertThat(traces.of(marker)).isEmpty();
        assertThat(sum("active")).isEqualTo(100);
        assertThat(sum("adjusted")).isEqualTo(-140);
        awards.publish(award(members.get("a"), "base:late", 1, 7));
        await().atMost(Duration.ofSeconds(20)).until(() -> sum("lifetimeEarned"), n -> n == 307);
        Calls.post(TestTokens.pos("shop-1"), "/v1/holds/" + hold + "/void", "")
                .then()
                .statusCode(200);
        assertThat(sum("active")).isEqualTo(100);
        assertThat(sum("adjusted")).isEqualTo(-207);
    }

    @ParameterizedTest
    @MethodSource({"ordersOfThree", "ordersOfFour"})
    void allOnTheWayToAnErasedMemberAreForgotten(List<String> order) throws Exception {
        everybodyHasPoints();

        order.forEach(one -> people.tell(news(one)));

        stands("a", "b", true);
        stands("b", "c", true);
        stands("c", null, true);
        assertThat(traces.of(marker)).isEmpty();
        assertThat(sum("active")).isZero();
        assertThat(sum("adjusted")).isEqualTo(-240);
    }

    @ParameterizedTest
    @MethodSource("ordersOfFour")
    void allAreForgottenWhenTheNewsComeTogether(List<String> order) throws Exception {
        everybodyHasPoints();

        people.tell(news(order.toArray(String[]::new)));

        stands("a", "b", true);
        stands("b", "c", true);
        stands("c", null, true);
        assertThat(traces.of(marker)).isEmpty();
        assertThat(sum("adjusted")).isEqualTo(-240);
    }

    /** Whether the points went on before that is a matter of the moment; what is known is not. */
    @ParameterizedTest
    @MethodSource("ordersWithTheMiddle")
    void whoWasMergedIntoAnErasedMemberIsForgottenThoughItGoesOn(List<String> order)
            throws Exception {
        everybodyHasPoints();

        order.forEach(one -> people.tell(news(one)));

        stands("a", "b", true);
        stands("b", "c", true);
        assertThat(standings()).doesNotContainKey(members.get("c"));
        assertThat(traces.of(marker)).isEmpty();
        assertThat(sum("active") - sum("adjusted")).isEqualTo(240);
        points(members.get("a")).body("active", equalTo(0));
        points(members.get("b")).body("active", equalTo(0));
    }

    @Test
    void newsThatAreToldAgainChangeNothing() {
        everybodyHasPoints();
        people.tell(news("b", "a>b"));
        var adjusted = sum("adjusted");

        people.tell(news("a>b", "b"));

        stands("a", "b", true);
        assertThat(sum("adjusted")).isEqualTo(adjusted);
    }

    @Test
    void whatContradictsIsRefusedStill() {
        people.tell(news("b", "a>b"));

        assertThatThrownBy(() -> people.tell(news("a>c"))).hasMessageContaining("another one");
        assertThatThrownBy(() -> people.tell(news("b>a")))
                .isInstanceOf(BadRecord.class)
                .hasMessageContaining("circle");
        stands("b", null, true);
    }
}
