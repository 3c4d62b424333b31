package dev.cairn.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.devstack.client.Json;
import dev.cairn.e2e.platform.Cairn;
import dev.cairn.e2e.platform.Reply;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecurityMatrixTest {

    private static final Cairn CAIRN = Cairn.shared();
    private static final Cast CAST = new Cast(CAIRN);

    @BeforeAll
    static void bothMembersExist() {
        for (String member : List.of(CAST.member(), CAST.otherMember())) {
            CAIRN.api().enrol(member, Map.of("zone", "Europe/London", "locale", "en"));
        }
        CAIRN.settle();
    }

    @Test
    void tableHasARowForEveryEndpointAndNoOther() {
        assertThat(Endpoint.all().stream().map(Endpoint::name).collect(Collectors.toSet()))
                .isEqualTo(Documented.operations(CAIRN));
    }

    static Stream<Endpoint> endpoints() {
        return Endpoint.all().stream();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void everyCallerGetsWhatTheTableSays(Endpoint endpoint) {
        Map<Actor, Integer> expected = new EnumMap<>(Actor.class);
        Map<Actor, Integer> answered = new EnumMap<>(Actor.class);
        for (Actor actor : Actor.values()) {
            expected.put(actor, endpoint.expected(actor));
            Reply reply = call(endpoint, actor);
            answered.put(actor, reply.status());
            if (reply.status() >= 400) {
                refusedAsAProblem(reply);
            }
        }
        assertThat(answered).isEqualTo(expected);
    }

    private static Reply call(Endpoint endpoint, Actor actor) {
        String key = "matrix-" + actor + "-" + endpoint.name().replace(' ', '-');
        String body = endpoint.body().isEmpty() ? null : endpoint.body();
        return actor.in(CAIRN, CAST)
                .send(
                        endpoint.service(),
                        endpoint.method(),
                        endpoint.concrete(CAST.member()),
                        body,
                        Map.of("Idempotency-Key", key, "Last-Event-ID", "0"));
    }

    private static void refusedAsAProblem(Reply reply) {
        assertThat(reply.headers().firstValue("Content-Type").orElse(""))
                .as(reply.request() + " " + reply.text())
                .startsWith("application/problem+json");
        assertThat(Json.text(reply.json())).contains("https://cairn.dev/problems/");
    }
}
