package dev.cairn.ledger.conformance;

import static dev.cairn.ledger.conformance.RunningLedger.answer;
import static dev.cairn.ledger.conformance.RunningLedger.send;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.account.AccountId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The running service, over its topics and its HTTP interface. */
final class ServiceEngine implements Engine {
    private final RunningLedger ledger;
    private final List<String> currencies;
    private final ServiceNames names;
    private final ServiceBooks books;
    private final Map<String, String> rewards = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private String cause = "time";

    ServiceEngine(Case which, RunningLedger ledger) {
        this.ledger = ledger;
        this.currencies = which.given().currencies();
        this.names = new ServiceNames(which.given().currencies());
        this.books = new ServiceBooks(ledger.database(), names);
    }

    @Override
    public void setTime(Instant now) {
        currencies.forEach(id -> Policies.require(ledger.currency(id)));
        ledger.setTime(LaterCentury.later(now));
    }

    @Override
    public Answer execute(Command command) {
        return switch (command) {
            case Command.PassTime time -> new Answer.Accepted();
            case Command.SetAward award -> set(List.of(award));
            case Command.SetAwards batch -> set(batch.awards());
            case Command.Redeem wish -> redeem(wish);
            case Command.CancelRedemption wish -> cancel(wish);
            case Command.Repeat again -> throw new IllegalStateException("not resolved: " + again);
            case Command.Activate c -> throw new NotOffered("command activate");
            case Command.CancelAward c -> throw new NotOffered("command cancel-award");
            case Command.Refund c -> throw new NotOffered("command refund");
            case Command.PlaceHold c -> throw new NotOffered("command hold");
            case Command.Extend c -> throw new NotOffered("command extend");
            case Command.Capture c -> throw new NotOffered("command capture");
            case Command.VoidHold c -> throw new NotOffered("command void");
            case Command.Transfer c -> throw new NotOffered("command transfer");
            case Command.Convert c -> throw new NotOffered("command convert");
            case Command.Adjust c -> throw new NotOffered("command adjust");
            case Command.Reinstate c -> throw new NotOffered("command reinstate");
            case Command.Freeze c -> throw new NotOffered("command freeze");
            case Command.Unfreeze c -> throw new NotOffered("command unfreeze");
            case Command.Merge c -> throw new NotOffered("command merge");
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

    /** A reward at this price is put into the catalogue for each wish. */
    private Answer redeem(Command.Redeem wish) {
        if (!names.currency(wish.currency()).equals(AccountId.POINTS)) {
            throw new NotOffered("redeeming in other currencies");
        }
        var reward = rewards.computeIfAbsent(wish.id(), id -> newReward(wish.points()));
        var response =
                send(
                        "POST",
                        "/v1/me/redemptions",
                        TestTokens.member(names.memberId(wish.member())),
                        wish.key(),
                        Map.of("reward", reward));
        if (response.statusCode() < 300) {
            ids.put(wish.id(), response.path("id"));
        }
        return answer(response);
    }

    private static String newReward(long price) {
        var id = "r-" + UUID.randomUUID();
        send(
                        "PUT",
                        "/v1/rewards/" + id,
                        TestTokens.staff("manager"),
                        null,
                        Map.of("title", Map.of("en", "A thing"), "price", price))
                .then()
                .statusCode(201);
        return id;
    }

    private Answer cancel(Command.CancelRedemption wish) {
        cause = wish.redemption();
        return answer(
                send(
                        "POST",
                        "/v1/redemptions/" + ids.get(wish.redemption()) + "/cancel",
                        TestTokens.staff("support"),
                        null,
                        null));
    }
}
