package dev.cairn.ledger.conformance;

import static dev.cairn.ledger.conformance.RunningLedger.answer;
import static dev.cairn.ledger.conformance.RunningLedger.send;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.kit.testing.TestTokens;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The running service, over its topics and its HTTP interface. */
final class ServiceEngine implements Engine {
    private static final String SUPPORT = TestTokens.staff("support");

    private final RunningLedger ledger;
    private final ServiceNames names;
    private final ServiceBooks books;
    private final ServiceHolds holds;
    private final Map<String, String> rewards = new HashMap<>();
    private final Map<String, String> redemptions = new HashMap<>();
    private String cause = "time";

    ServiceEngine(Case which, RunningLedger ledger) {
        this.ledger = ledger;
        this.names = new ServiceNames(which.given().currencies());
        this.books = new ServiceBooks(ledger.database(), names);
        this.holds = new ServiceHolds(ledger, names);
    }

    @Override
    public void setTime(Instant now) {
        ledger.setTime(LaterCentury.later(now));
    }

    @Override
    public Answer execute(Command command) {
        return switch (command) {
            case Command.PassTime time -> new Answer.Accepted();
            case Command.SetAward award -> set(List.of(award));
            case Command.SetAwards batch -> set(batch.awards());
            case Command.Activate happened -> activate(happened);
            case Command.CancelAward award -> answer(post(path(award), SUPPORT, null, null));
            case Command.Redeem wish -> redeem(wish);
            case Command.CancelRedemption wish -> cancel(wish);
            case Command.Refund wish -> holds.refund(wish);
            case Command.PlaceHold wish -> holds.place(wish);
            case Command.Reserve wish -> reserve(wish);
            case Command.Extend wish -> holds.extend(wish);
            case Command.Capture wish -> holds.capture(wish);
            case Command.VoidHold wish -> holds.release(wish);
            case Command.Transfer gift -> give(gift);
            case Command.Convert wish -> convert(wish);
            case Command.Adjust wish -> adjust(wish);
            case Command.Reinstate wish -> reinstate(wish);
            case Command.Freeze who -> freeze("PUT", who.member(), Map.of("reason", "fraud"));
            case Command.Unfreeze who -> freeze("DELETE", who.member(), null);
            case Command.Merge merge -> merge(merge);
            case Command.Repeat again -> throw new IllegalStateException("not resolved: " + again);
        };
    }

    @Override
    public Books books() {
        return books.read(cause);
    }

    private Answer set(List<Command.SetAward> awards) {
        var taken = ledger.tell(awards.stream().map(this::event).toList());
        return taken ? new Answer.Accepted() : Refusals.of("award-refused");
    }

    private AwardSet event(Command.SetAward set) {
        return new AwardSet(
                set.award(),
                set.revision(),
                names.memberId(set.member()),
                names.currency(set.currency()),
                set.points(),
                AwardCategory.BASE,
                LaterCentury.later(set.occurredAt()),
                LaterCentury.later(set.activeFrom()),
                LaterCentury.later(set.expiresAt()),
                set.awaits(),
                "rule",
                "1",
                null,
                "because");
    }

    private Answer activate(Command.Activate happened) {
        var path =
                "/v1/members/%s/points/awards/%s/activate?action=%s"
                        .formatted(
                                names.memberId(happened.member()),
                                happened.award(),
                                happened.action());
        var response = post(path, TestTokens.pos("shop"), null, null);
        var waitsForOther = response.statusCode() == 400 && response.path("awaits") != null;
        return waitsForOther ? Refusals.of("action-not-awaited") : answer(response);
    }

    private String path(Command.CancelAward award) {
        var member = names.memberId(award.member());
        return "/v1/members/" + member + "/points/awards/" + award.award() + "/cancel";
    }

    /** A reward at this price is put into the catalogue for each wish. */
    private Answer redeem(Command.Redeem wish) {
        var currency = names.currency(wish.currency());
        var reward = rewards.computeIfAbsent(wish.id(), id -> newReward(currency, wish.points()));
        var response =
                post(
                        "/v1/me/redemptions",
                        TestTokens.member(names.memberId(wish.member())),
                        wish.key(),
                        Map.of("reward", reward, "currency", currency));
        if (response.statusCode() < 300) {
            redemptions.put(wish.id(), response.path("id"));
        }
        return answer(response);
    }

    private Answer reserve(Command.Reserve wish) {
        var currency = names.currency(wish.currency());
        var reward = rewards.computeIfAbsent(wish.id(), id -> newReward(currency, wish.points()));
        var answer = holds.reserve(wish, reward);
        holds.idOf(wish.id()).ifPresent(id -> redemptions.put(wish.id(), id));
        return answer;
    }

    private static String newReward(String currency, long price) {
        var id = "r-" + UUID.randomUUID();
        var prices = List.of(Map.of("currency", currency, "points", price));
        send(
                        "PUT",
                        "/v1/rewards/" + id,
                        TestTokens.staff("manager"),
                        null,
                        Map.of("title", Map.of("en", "A thing"), "prices", prices))
                .then()
                .statusCode(201);
        return id;
    }

    private Answer cancel(Command.CancelRedemption wish) {
        cause = wish.redemption();
        var id = redemptions.get(wish.redemption());
        return answer(post("/v1/redemptions/" + id + "/cancel", SUPPORT, null, null));
    }

    private Answer give(Command.Transfer gift) {
        cause = gift.id();
        return answer(
                post(
                        "/v1/me/transfers",
                        TestTokens.member(names.memberId(gift.from())),
                        gift.id(),
                        Map.of(
                                "to",
                                names.memberId(gift.to()),
                                "points",
                                gift.points(),
                                "currency",
                                names.currency(gift.currency()))));
    }

    private Answer convert(Command.Convert wish) {
        cause = wish.id();
        return answer(
                post(
                        "/v1/me/conversions",
                        TestTokens.member(names.memberId(wish.member())),
                        wish.id(),
                        Map.of("from", wish.from(), "to", wish.to(), "points", wish.points())));
    }

    private Answer adjust(Command.Adjust wish) {
        cause = wish.id();
        var body = new HashMap<String, Object>();
        body.put("member", names.memberId(wish.member()));
        body.put("currency", names.currency(wish.currency()));
        body.put("points", wish.points());
        body.put("reason", wish.reason());
        body.put("expiresAt", text(wish.expiresAt()));
        return answer(post("/v1/adjustments", SUPPORT, names.key(wish.id()), body));
    }

    private Answer reinstate(Command.Reinstate wish) {
        cause = wish.id();
        var body = new HashMap<String, Object>();
        body.put("currency", names.currency(wish.currency()));
        body.put("awardId", wish.award());
        body.put("points", wish.points());
        body.put("reason", wish.reason());
        body.put("expiresAt", text(wish.expiresAt()));
        var path = "/v1/members/" + names.memberId(wish.member()) + "/points/reinstatements";
        return answer(post(path, SUPPORT, names.key(wish.id()), body));
    }

    private Answer freeze(String method, String member, Object body) {
        var path = "/v1/members/" + names.memberId(member) + "/freeze";
        return answer(send(method, path, SUPPORT, null, body));
    }

    private Answer merge(Command.Merge merge) {
        cause = merge.id();
        ledger.tellOfMerge(names.memberId(merge.from()), names.memberId(merge.into()));
        return new Answer.Accepted();
    }

    private static String text(Instant instant) {
        return instant == null ? null : LaterCentury.later(instant).toString();
    }

    private static Response post(String path, String token, String key, Object body) {
        return send("POST", path, token, key, body);
    }
}
