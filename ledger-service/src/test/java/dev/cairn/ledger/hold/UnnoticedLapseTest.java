package dev.cairn.ledger.hold;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.account.Movement;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.hold.Hold.Status;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From its last instant on a hold is over for everybody, also before a sweep has come by. */
@LedgerTest
class UnnoticedLapseTest {
    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Database database;
    @Inject Accounts accounts;
    @Inject HoldStore store;
    @Inject LapseHoldsSweep sweep;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private static Map<String, Object> wish(String member, long points) {
        return Map.of(
                "member", member, "points", points, "reference", "order 7", "lapseAfter", "PT15M");
    }

    /** All points of the member, reserved by a hold that has just lapsed; no sweep runs. */
    private String lapsed(long points) {
        awards.grant(member, points);
        String id =
                post(TestTokens.pos("shop"), "/v1/holds", wish(member, points))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        clock.set(clock.instant().plus(Duration.ofMinutes(15)));
        return id;
    }

    /** Whatever takes points by somebody's wish. */
    interface Taking {
        Response by(String member);
    }

    static Stream<Taking> takings() {
        return Stream.of(
                member -> Shop.redeem(member, Shop.newReward("'price':100")),
                member -> post(TestTokens.pos("shop"), "/v1/holds", wish(member, 100)),
                member ->
                        post(
                                TestTokens.member(member),
                                "/v1/me/transfers",
                                Map.of("to", newMember(), "points", 100)),
                member ->
                        post(
                                TestTokens.member(member),
                                "/v1/me/conversions",
                                Map.of("from", "points", "to", "miles", "points", 99)),
                member ->
                        post(
                                TestTokens.staff("support"),
                                "/v1/adjustments",
                                Map.of("member", member, "points", -100, "reason", "goodwill")));
    }

    @ParameterizedTest
    @MethodSource("takings")
    void whatItReservedCanBeTaken(Taking taking) {
        var id = lapsed(100);

        taking.by(member).then().statusCode(201);

        get(TestTokens.pos("shop"), "/v1/holds/" + id).then().body("status", equalTo("lapsed"));
        refused(
                post(TestTokens.pos("shop"), "/v1/holds/" + id + "/capture", Map.of()),
                409,
                "hold-lapsed");
    }

    /** A refusal must not undo that it ended. */
    @Test
    void itEndsOnceAlsoWhenTheTakingIsRefused() {
        lapsed(100);

        for (var i = 0; i < 2; i++) {
            refused(
                            post(
                                    TestTokens.member(member),
                                    "/v1/me/transfers",
                                    Map.of("to", newMember(), "points", 101)),
                            422,
                            "insufficient-points")
                    .body("available", equalTo(100));
        }
        sweep.run(clock.instant());

        assertThat(
                        get(TestTokens.member(member), "/v1/me/points/entries?kind=hold-released")
                                .jsonPath()
                                .getList("items"))
                .hasSize(1);
    }

    @Test
    void everybodySeesItAsLapsed() {
        var id = lapsed(100);

        points(member)
                .body("active", equalTo(100))
                .body("held", equalTo(0))
                .body("neverExpiring", equalTo(100));
        for (var token : List.of(TestTokens.pos("shop"), TestTokens.staff("support"))) {
            get(token, "/v1/holds/" + id)
                    .then()
                    .body("status", equalTo("lapsed"))
                    .body("held", equalTo(0))
                    .body("released", equalTo(100))
                    .body("settledAt", equalTo(clock.instant().toString()));
        }
        get(TestTokens.member(member), "/v1/me/holds")
                .then()
                .body("items.status", equalTo(List.of("lapsed")));
        get(TestTokens.member(member), "/v1/me/points/lots")
                .then()
                .body("items.held", equalTo(List.of(0)))
                .body("items.state", equalTo(List.of("active")));
    }

    /** Of points that ran out while they were reserved nothing can be spent. */
    @Test
    void whatRanOutMeanwhileIsGone() {
        var expiresAt = clock.instant().plus(Duration.ofMinutes(5));
        awards.publish(award(member, "base:1", 1, 100, null, expiresAt));
        awards.awaitBalance(member, 100);
        post(TestTokens.pos("shop"), "/v1/holds", wish(member, 100)).then().statusCode(201);
        clock.set(clock.instant().plus(Duration.ofMinutes(15)));

        points(member).body("active", equalTo(0)).body("held", equalTo(0));
        points(member).body("expired", equalTo(100));
        refused(Shop.redeem(member, Shop.newReward("'price':1")), 422, "insufficient-points")
                .body("available", equalTo(0));
    }

    /** What the hold freed paid the debt in time; so what came later need not. */
    @Test
    void noticingItLateChangesNothing() {
        var start = clock.instant();
        awards.publish(
                award(member, "base:1", 1, 40, null, start.plus(Duration.ofMinutes(30))),
                award(member, "base:2", 1, 40, start.plus(Duration.ofMinutes(60)), null));
        awards.awaitBalance(member, 40);
        post(TestTokens.pos("shop"), "/v1/holds", wish(member, 40)).then().statusCode(201);
        var debt = Map.of("member", member, "points", -40, "reason", "goodwill", "allowDebt", true);
        post(TestTokens.staff("support"), "/v1/adjustments", debt).then().statusCode(201);

        clock.set(start.plus(Duration.ofHours(2)));

        points(member).body("active", equalTo(40)).body("expired", equalTo(0));
        sweep.run(clock.instant());
        points(member).body("active", equalTo(40)).body("expired", equalTo(0));
    }

    /** A currency may leave the file while something of it is reserved. */
    @Test
    void itEndsAlsoWhenItsCurrencyIsNoLongerThere() {
        var id = new AccountId(member, "gone-" + member.substring(2, 10));
        var holdId = database.inTransaction(tx -> placed(tx, id));
        clock.set(clock.instant().plus(Duration.ofMinutes(15)));

        sweep.run(clock.instant());

        var hold = database.read(tx -> store.find(tx, holdId)).orElseThrow();
        assertThat(hold.status()).isEqualTo(Status.LAPSED);
        assertThat(database.read(tx -> accounts.peek(tx, id, clock.instant())).balance().active())
                .isEqualTo(50);
    }

    private UUID placed(Tx tx, AccountId id) {
        var now = clock.instant();
        var ids = new TreeSet<>(List.of(id));
        var account = accounts.open(tx, ids, () -> Needs.NOTHING, now).get(id);
        earn(tx, account, now);
        var name = new BusinessKey("hold:" + id);
        var end = now.plus(Duration.ofMinutes(15));
        var hold =
                new Hold(
                        name.id(),
                        id,
                        50,
                        0,
                        0,
                        0,
                        Status.HELD,
                        "pos:shop",
                        now,
                        end,
                        end,
                        null,
                        "order 7",
                        null,
                        null);
        store.insert(tx, HoldAlgebra.place(account, hold));
        accounts.save(tx, List.of(account), posting -> Cause.none(), now);
        return hold.id();
    }

    private static void earn(Tx tx, Account account, Instant now) {
        var id = account.id();
        var lotId = BusinessKey.lot(id.memberId(), "base:1").id();
        account.put(Lot.open(lotId, LotSource.AWARD, "base:1", now, null).grown(50));
        var movement = new Movement();
        account.receive(movement, lotId, 50, Pot.ISSUED);
        account.post(
                BusinessKey.awardRevision(id.memberId(), "base:1", 1),
                PostingKind.EARNED,
                50,
                new Subject.Award("base:1", AwardCategory.BASE, false, null),
                null,
                now,
                movement);
        tx.update(
                """
                INSERT INTO award_register (member_id, award_id, currency, revision, points,
                                            category, occurred_at, paid)
                VALUES (?, 'base:1', ?, 1, 50, 'BASE', ?, 50)
                """,
                id.memberId(),
                id.currency(),
                now);
    }
}
