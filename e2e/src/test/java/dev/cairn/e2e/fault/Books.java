package dev.cairn.e2e.fault;

import static dev.cairn.devstack.Component.LEDGER;
import static dev.cairn.devstack.Component.RULES;
import static dev.cairn.devstack.Component.SEGMENT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.client.Crowd;
import dev.cairn.devstack.demo.DemoOptions;
import dev.cairn.devstack.keycloak.Realm;
import dev.cairn.e2e.platform.Cairn;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * What every member has, as two equal plays must leave it.
 *
 * @param points by member and figure, such as {@code m-0001 /earned/base} or an award
 * @param standing by member: progress and segments
 */
record Books(Map<String, Long> points, Map<String, String> standing) {

    private static final List<String> FIGURES =
            List.of(
                    "/active",
                    "/pending",
                    "/held",
                    "/spent",
                    "/expired",
                    "/reversed",
                    "/arrears",
                    "/balance",
                    "/lifetimeEarned",
                    "/earned/base",
                    "/earned/bonus",
                    "/clawedBack/base",
                    "/clawedBack/bonus");

    static Books of(Cairn cairn, DemoOptions options) {
        List<String> members =
                IntStream.rangeClosed(1, options.members()).mapToObj(Realm::member).toList();
        Books books = new Books(new TreeMap<>(), new TreeMap<>());
        Crowd.map(members, member -> Page.of(cairn, member)).forEach(books::add);
        return books;
    }

    /** What the services say about one member. */
    private record Page(String member, JsonNode points, JsonNode awards, String standing) {

        static Page of(Cairn cairn, String member) {
            JsonNode awards = read(cairn, RULES, member, "/awards");
            ObjectNode progress = (ObjectNode) read(cairn, RULES, member, "/progress");
            JsonNode facts = read(cairn, SEGMENT, member, "/segments").path("facts");
            JsonNode segments = cairn.api().asMember(member, SEGMENT, "/v1/me/segments");
            return new Page(
                    member,
                    read(cairn, LEDGER, member, "/points"),
                    awards.has("items") ? awards.path("items") : awards,
                    progress.path("goals") + "\n" + ids(segments) + facts);
        }

        private static JsonNode read(Cairn cairn, Component service, String member, String what) {
            return cairn.api().asStaff("auditor", service, "/v1/members/" + member + what);
        }

        private static List<String> ids(JsonNode segments) {
            return StreamSupport.stream(segments.spliterator(), false)
                    .map(segment -> segment.path("id").asText())
                    .sorted()
                    .toList();
        }
    }

    private void add(Page page) {
        FIGURES.forEach(
                figure ->
                        points.put(
                                page.member() + " " + figure, page.points().at(figure).asLong()));
        page.awards()
                .forEach(
                        award ->
                                points.put(
                                        page.member() + " " + award.path("awardId").asText(),
                                        award.path("points").asLong()));
        standing.put(page.member(), page.standing());
    }

    /** Points that these books lack or have too many of, against the right ones. */
    Map<String, Long> off(Books right) {
        Map<String, Long> off = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>(points.keySet());
        names.addAll(right.points.keySet());
        for (String name : names) {
            long difference = points.getOrDefault(name, 0L) - right.points.getOrDefault(name, 0L);
            if (difference != 0) {
                off.put(name, difference);
            }
        }
        return off;
    }
}
