package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.Client.Outcome;
import dev.cairn.devstack.client.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Asks one replica, and the other where nobody listens, as a load balancer does. */
final class Desks {

    private final Arena arena;
    private final Passes passes;
    private final Client client = new Client();

    Desks(Arena arena, Passes passes) {
        this.arena = arena;
        this.passes = passes;
    }

    /**
     * Where a command goes, who sends it and what it says.
     *
     * @param body empty for none
     */
    private record Letter(String path, String token, Map<String, ?> body) {}

    Outcome ask(Command command) {
        return ask(letter(command), Optional.of(command.key()));
    }

    /** A code that the member shows at a partner's till. */
    Outcome drawCode(String member) {
        String token = passes.member(member);
        return ask(new Letter("/me/partner-codes", token, Map.of()), Optional.empty());
    }

    /** What so many points pay at the partner, for the member whose code it is. */
    Outcome quote(String code, long points, String key) {
        Letter letter = partner("/quotes", Map.of("code", code, "points", points));
        return ask(letter, Optional.of(key));
    }

    private Outcome ask(Letter letter, Optional<String> key) {
        List<Replica> replicas = new ArrayList<>(arena.replicas());
        Collections.shuffle(replicas, ThreadLocalRandom.current());
        Outcome outcome = new Outcome.NotSent();
        for (Replica replica : replicas) {
            if (outcome instanceof Outcome.NotSent) {
                outcome =
                        client.send(
                                "POST",
                                replica.url() + "/v1" + letter.path(),
                                letter.token(),
                                key,
                                letter.body().isEmpty() ? "" : Json.text(letter.body()));
            }
        }
        return outcome;
    }

    private Letter letter(Command command) {
        return command.isPartners() ? partners(command) : ours(command);
    }

    private Letter partners(Command command) {
        Map<String, ?> points = Map.of("points", command.points());
        return switch (command.what()) {
            case HELD ->
                    partner(
                            "/holds",
                            Map.of(
                                    "quote", command.quote(),
                                    "lapseAfter", command.lasting().toString(),
                                    "reference", command.key()));
            case CAPTURED -> partner(hold(command, "capture"), points);
            case REFUNDED -> partner(hold(command, "refunds"), points);
            case VOIDED -> partner(hold(command, "void"), Map.of());
            case REDEEMED,
                    CANCELLED,
                    EXTENDED,
                    TRANSFERRED,
                    CONVERTED,
                    ASKED,
                    GIVEN,
                    TAKEN,
                    REJECTED,
                    INSUFFICIENT,
                    TOO_LATE,
                    TOO_LONG ->
                    throw new IllegalArgumentException("no partner wishes for " + command.what());
        };
    }

    private Letter ours(Command command) {
        return switch (command.what()) {
            case REDEEMED -> member(command, "redemptions", Map.of("reward", command.reward()));
            case TRANSFERRED ->
                    member(
                            command,
                            "transfers",
                            Map.of("to", command.other().member(), "points", command.points()));
            case CONVERTED ->
                    member(
                            command,
                            "conversions",
                            Map.of(
                                    "from", command.account().currency(),
                                    "to", command.other().currency(),
                                    "points", command.points()));
            case HELD ->
                    shop(
                            "/holds",
                            Map.of(
                                    "member", command.account().member(),
                                    "points", command.points(),
                                    "lapseAfter", command.lasting().toString(),
                                    "reference", command.key()));
            case EXTENDED ->
                    shop(
                            hold(command, "extend"),
                            Map.of("lapseAfter", command.lasting().toString()));
            case CAPTURED -> shop(hold(command, "capture"), Map.of("points", command.points()));
            case VOIDED -> shop(hold(command, "void"), Map.of());
            case CANCELLED ->
                    staff("support", "/redemptions/" + command.about() + "/cancel", Map.of());
            case ASKED ->
                    staff(
                            "support",
                            "/adjustments",
                            Map.of(
                                    "member", command.account().member(),
                                    "points", command.points(),
                                    "reason", "goodwill"));
            case GIVEN, TAKEN ->
                    staff("manager", "/adjustments/" + command.about() + "/approve", Map.of());
            case REJECTED ->
                    staff("manager", "/adjustments/" + command.about() + "/reject", Map.of());
            case REFUNDED, INSUFFICIENT, TOO_LATE, TOO_LONG ->
                    throw new IllegalArgumentException("nobody wishes for " + command.what());
        };
    }

    private Letter member(Command command, String what, Map<String, ?> body) {
        return new Letter("/me/" + what, passes.member(command.account().member()), body);
    }

    private Letter shop(String path, Map<String, ?> body) {
        return new Letter(path, passes.shop(), body);
    }

    private Letter partner(String path, Map<String, ?> body) {
        return new Letter("/partner" + path, passes.partner(), body);
    }

    private Letter staff(String role, String path, Map<String, ?> body) {
        return new Letter(path, passes.staff(role), body);
    }

    private static String hold(Command command, String deed) {
        return "/holds/" + command.about() + "/" + deed;
    }
}
