package dev.cairn.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.client.Answer;
import dev.cairn.devstack.client.Api;
import dev.cairn.devstack.client.Crowd;
import dev.cairn.devstack.demo.Act.Redeem;
import dev.cairn.devstack.demo.Act.Wish;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Members who spend, each with a token of its own. */
final class Wallets {

    private static final String TICKET = "concert-ticket";
    private static final String DEAREST = "gift-card-10";
    private static final Set<String> EXPECTED = Set.of("insufficient-points", "reward-sold-out");

    private final Api api;
    private final Tally tally;
    private JsonNode catalogue;

    Wallets(Api api, Tally tally) {
        this.api = api;
        this.tally = tally;
    }

    /** Members who act side by side; they spend one after the other, as stock is scarce. */
    void redeem(List<Redeem> acts) {
        Crowd.each(acts, act -> api.tokens().member(act.member()));
        catalogue = null;
        acts.forEach(act -> redeem(act, act.key()));
    }

    private void redeem(Redeem act, String key) {
        long balance =
                api.asMember(act.member(), Component.LEDGER, "/v1/me/points")
                        .path("balance")
                        .asLong();
        Optional<String> reward = choose(act, balance);
        if (reward.isEmpty()) {
            tally.event("found nothing affordable");
            return;
        }
        Answer answer = api.redeem(act.member(), reward.get(), key);
        boolean soldOutMeanwhile =
                act.wish() == Wish.AFFORDABLE && answer.problem().equals("reward-sold-out");
        if (answer.isSuccess()) {
            tally.event("redeemed " + reward.get());
        } else if (soldOutMeanwhile) {
            catalogue = null;
            redeem(act, key + "-again");
        } else if (act.wish() != Wish.AFFORDABLE && EXPECTED.contains(answer.problem())) {
            tally.event("refused as expected: " + answer.problem());
        } else {
            tally.surprise(act.key() + " for " + reward.get() + ": " + answer.problem());
        }
    }

    private Optional<String> choose(Redeem act, long balance) {
        return switch (act.wish()) {
            case TICKET -> Optional.of(TICKET);
            case TOO_MUCH -> Optional.of(DEAREST);
            case AFFORDABLE -> dearestAffordable(act.member(), balance);
        };
    }

    private Optional<String> dearestAffordable(String member, long balance) {
        if (catalogue == null) {
            JsonNode answer = api.asMember(member, Component.LEDGER, "/v1/rewards");
            catalogue = answer.has("items") ? answer.path("items") : answer;
        }
        return StreamSupport.stream(catalogue.spliterator(), false)
                .filter(reward -> reward.path("available").asBoolean())
                .filter(reward -> reward.path("price").asLong() <= balance)
                .filter(reward -> !reward.path("id").asText().equals(TICKET))
                .max(Comparator.comparing(reward -> reward.path("price").asLong()))
                .map(reward -> reward.path("id").asText());
    }
}
