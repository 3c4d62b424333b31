package dev.cairn.ledger.conformance;

import static dev.cairn.ledger.conformance.RunningLedger.answer;
import static dev.cairn.ledger.conformance.RunningLedger.send;

import dev.cairn.kit.testing.TestTokens;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The till of a shop that reserves points in the running service. */
final class ServiceHolds {
    private static final String SHOP = TestTokens.pos("shop");

    private final RunningLedger ledger;
    private final ServiceNames names;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<Command, Map<String, Object>> bodies = new HashMap<>();

    ServiceHolds(RunningLedger ledger, ServiceNames names) {
        this.ledger = ledger;
        this.names = names;
    }

    Engine.Answer place(Command.PlaceHold wish) {
        var body = bodies.computeIfAbsent(wish, first -> order(wish));
        var response = send("POST", "/v1/holds", SHOP, names.key(wish.id()), body);
        if (response.statusCode() < 300) {
            ids.put(wish.id(), response.path("id"));
        }
        return answer(response);
    }

    private Map<String, Object> order(Command.PlaceHold wish) {
        return Map.of(
                "member",
                names.memberId(wish.member()),
                "currency",
                names.currency(wish.currency()),
                "points",
                wish.points(),
                "lapseAfter",
                until(wish.lapsesAt()),
                "reference",
                wish.id());
    }

    Engine.Answer extend(Command.Extend wish) {
        var body =
                bodies.computeIfAbsent(wish, first -> Map.of("lapseAfter", until(wish.lapsesAt())));
        return answer(call(wish.hold(), "extend", wish.hold() + "-" + wish.lapsesAt(), body));
    }

    Engine.Answer capture(Command.Capture wish) {
        return answer(call(wish.hold(), "capture", wish.id(), Map.of("points", wish.points())));
    }

    Engine.Answer release(Command.VoidHold wish) {
        return answer(call(wish.hold(), "void", "void-" + wish.hold(), null));
    }

    Engine.Answer refund(Command.Refund wish) {
        return answer(call(wish.of(), "refund", wish.id(), Map.of("points", wish.points())));
    }

    private Response call(String hold, String what, String key, Object body) {
        var path = "/v1/holds/" + ids.get(hold) + "/" + what;
        return send("POST", path, SHOP, names.key(key), body);
    }

    private String until(Instant lapsesAt) {
        return Duration.between(ledger.now(), LaterCentury.later(lapsesAt)).toString();
    }
}
