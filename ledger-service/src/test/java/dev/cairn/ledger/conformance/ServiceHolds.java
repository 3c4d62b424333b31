package dev.cairn.ledger.conformance;

import static dev.cairn.ledger.conformance.RunningLedger.answer;
import static dev.cairn.ledger.conformance.RunningLedger.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.kit.testing.TestTokens;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The till of a shop that reserves points in the running service. */
final class ServiceHolds {
    private static final String SHOP = TestTokens.pos("shop");

    private final RunningLedger ledger;
    private final ServiceNames names;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> quotes = new HashMap<>();
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

    /** The service lets the hold of a quote last as usual, and longer when it is extended. */
    Engine.Answer reserve(Command.Reserve wish, String reward) {
        var quote = quotes.computeIfAbsent(wish.id(), first -> quote(wish, reward));
        var body = Map.of("reference", wish.id());
        var path = "/v1/quotes/" + quote + "/hold";
        var response = send("POST", path, SHOP, names.key(wish.id()), body);
        if (response.statusCode() < 300) {
            ids.put(wish.id(), response.path("id"));
            var extended = extend(new Command.Extend(wish.id(), wish.lapsesAt()));
            assertThat(extended).isInstanceOf(Engine.Answer.Accepted.class);
        }
        return answer(response);
    }

    private String quote(Command.Reserve wish, String reward) {
        var member = TestTokens.member(names.memberId(wish.member()));
        var request = Map.of("reward", reward, "currency", names.currency(wish.currency()));
        return send("POST", "/v1/me/quotes", member, names.key("quote-" + wish.id()), request)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What the service calls a hold. */
    Optional<String> idOf(String hold) {
        return Optional.ofNullable(ids.get(hold));
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
