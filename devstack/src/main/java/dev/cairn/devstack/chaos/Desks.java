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
                outcome =
                        command.isRedemption()
                                ? redeem(replica, command)
                                : cancel(replica, command);
            }
        }
        return outcome;
    }

    private Outcome redeem(Replica replica, Command command) {
        return client.send(
                "POST",
                replica.url() + "/v1/me/redemptions",
                tokens.member(command.member()),
                Optional.of(command.key()),
                Json.text(Map.of("reward", command.reward().id())));
    }

    private Outcome cancel(Replica replica, Command command) {
        return client.send(
                "POST",
                replica.url() + "/v1/redemptions/" + command.redemption() + "/cancel",
                tokens.staff("support"),
                Optional.empty(),
                "");
    }
}
