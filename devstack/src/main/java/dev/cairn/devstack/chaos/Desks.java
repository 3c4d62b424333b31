package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.Client.Outcome;
import dev.cairn.devstack.client.Json;
import dev.cairn.devstack.client.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Asks one replica, and the other where nobody listens, as a load balancer does. */
final class Desks {

    private final Arena arena;
    private final Tokens tokens;
    private final Client client = new Client();

    Desks(Arena arena, Tokens tokens) {
        this.arena = arena;
        this.tokens = tokens;
    }

    Outcome ask(Command command) {
        List<Replica> replicas = new ArrayList<>(arena.replicas());
        Collections.shuffle(replicas, ThreadLocalRandom.current());
        Outcome outcome = new Outcome.NotSent();
        for (Replica replica : replicas) {
            if (outcome instanceof Outcome.NotSent) {
                outcome = ask(command, replica.url() + "/v1");
            }
        }
        return outcome;
    }

    private Outcome ask(Command command, String api) {
        return switch (command.what()) {
            case REDEEMED ->
                    post(
                            api + "/me/redemptions",
                            tokens.member(command.member()),
                            command,
                            Map.of("reward", command.reward()));
            case CANCELLED ->
                    post(
                            api + "/redemptions/" + command.about() + "/cancel",
                            tokens.staff("support"),
                            command,
                            Map.of());
            case HELD ->
                    post(
                            api + "/holds",
                            tokens.shop(),
                            command,
                            Map.of(
                                    "member", command.member(),
                                    "points", command.points(),
                                    "lapseAfter", command.lasting().toString(),
                                    "reference", command.key()));
            case CAPTURED ->
                    post(
                            api + "/holds/" + command.about() + "/capture",
                            tokens.shop(),
                            command,
                            Map.of("points", command.points()));
            case VOIDED ->
                    post(
                            api + "/holds/" + command.about() + "/void",
                            tokens.shop(),
                            command,
                            Map.of());
            case INSUFFICIENT, TOO_LATE ->
                    throw new IllegalArgumentException("nobody wishes for " + command.what());
        };
    }

    private Outcome post(String url, String token, Command command, Map<String, ?> body) {
        return client.send(
                "POST",
                url,
                token,
                Optional.of(command.key()),
                body.isEmpty() ? "" : Json.text(body));
    }
}
