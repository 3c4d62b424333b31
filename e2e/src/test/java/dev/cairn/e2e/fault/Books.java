package dev.cairn.e2e.fault;

import static dev.cairn.devstack.Component.LEDGER;
import static dev.cairn.devstack.Component.RULES;
import static dev.cairn.devstack.Component.SEGMENT;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.Component;
import dev.cairn.devstack.demo.DemoOptions;
import dev.cairn.devstack.keycloak.Realm;
import dev.cairn.e2e.platform.Cairn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What every member has, as two equal plays must leave it.
 *
 * @param points by member and figure, such as {@code m-0001 /earned/base} or an award
 * @param standing by member: each goal of the progress, segments, purchases
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
    private static final List<String> FACTS =
            List.of("purchases", "netSpendMinor", "firstPurchaseAt", "lastPurchaseAt");

    static Books of(Cairn cairn, DemoOptions options) {
        List<String> members =
                IntStream.rangeClosed(1, options.members()).mapToObj(Realm::member).toList();
        Books books = new Books(new TreeMap<>(), new TreeMap<>());
        members.forEach(member -> books.add(cairn, member));
        return books;
    }

    private static JsonNode read(Cairn cairn, Component service, String member, String what) {
        return cairn.api().asStaff("auditor", service, "/v1/members/" + member + what);
    }

    private void add(Cairn cairn, String member) {
        JsonNode account = read(cairn, LEDGER, member, "/points");
        FIGURES.forEach(f -> points.put(member + " " + f, account.at(f).asLong()));
        for (JsonNode award : read(cairn, RULES, member, "/awards?limit=200").path("items")) {
            points.put(
                    member + " " + award.path("awardId").asText(), award.path("points").asLong());
        }
        for (JsonNode goal : read(cairn, RULES, member, "/progress").path("goals")) {
            standing.put(member + " " + goal.path("id").asText(), goal.toString());
        }
        JsonNode segments = read(cairn, SEGMENT, member, "/segments");
        for (JsonNode segment : segments.path("segments")) {
            standing.put(member + " is " + segment.path("id").asText(), "yes");
        }
        FACTS.forEach(f -> standing.put(member + " " + f, segments.path("facts").path(f).asText()));
    }

    /** Points that these books have too many of, or lack, against the right ones. */
    Map<String, Long> off(Books right) {
        Map<String, Long> off = new TreeMap<>();
        for (String name : union(points, right.points)) {
            long difference = points.getOrDefault(name, 0L) - right.points.getOrDefault(name, 0L);
            if (difference != 0) {
                off.put(name, difference);
            }
        }
        return off;
    }

    /** Where members stand otherwise than in the right books: what is here, and what should be. */
    List<String> moved(Books right) {
        return union(standing, right.standing).stream()
                .filter(name -> !Objects.equals(standing.get(name), right.standing.get(name)))
                .map(n -> n + ": " + standing.get(n) + " instead of " + right.standing.get(n))
                .toList();
    }

    private static Set<String> union(Map<String, ?> one, Map<String, ?> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }
}
