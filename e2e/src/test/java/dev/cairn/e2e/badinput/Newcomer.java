package dev.cairn.e2e.badinput;

import static dev.cairn.devstack.Component.RULES;
import static dev.cairn.e2e.platform.Activity.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.e2e.platform.Activity;
import dev.cairn.e2e.platform.Cairn;
import dev.cairn.e2e.platform.Reply;
import java.util.Map;

/** A member of whom nothing is known yet, and the shop that reports what they did. */
final class Newcomer {
    private final Cairn cairn;
    private final String member;
    private long accepted;

    Newcomer(Cairn cairn) {
        this.cairn = cairn;
        this.member = cairn.freshMember();
    }

    String member() {
        return member;
    }

    void enrols() {
        cairn.api().enrol(member, Map.of("zone", "Europe/London", "locale", "en"));
    }

    /** Asks for what was accepted, no more and no less. */
    void hasWhatWasAccepted() {
        cairn.settle();
        JsonNode progress = cairn.member(member).get(RULES, "/v1/me/progress").expect(200).json();
        assertThat(progress.path("orders").path("accepted").asLong()).isEqualTo(accepted);
    }

    /** How many orders are accepted that were not reported one by one. */
    void expects(long orders) {
        accepted = orders;
    }

    /** An id that no other member's activity has. */
    String id(String name) {
        return member + "-" + name;
    }

    Activity order(String name) {
        return purchase(id(name), member, cairn.now(), 100);
    }

    /** Reports something that must be accepted. */
    void accepted(Activity activity) {
        posts(activity.json()).expect(202);
        accepted++;
    }

    Reply posts(String body) {
        return cairn.shop().post(RULES, "/v1/activities", body);
    }
}
