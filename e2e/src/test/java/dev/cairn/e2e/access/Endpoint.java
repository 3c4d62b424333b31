package dev.cairn.e2e.access;

import static dev.cairn.devstack.Component.LEDGER;
import static dev.cairn.devstack.Component.NOTIFY;
import static dev.cairn.devstack.Component.RULES;
import static dev.cairn.devstack.Component.SEGMENT;
import static dev.cairn.e2e.access.Actor.AUDITOR;
import static dev.cairn.e2e.access.Actor.MANAGER;
import static dev.cairn.e2e.access.Actor.MEMBER;
import static dev.cairn.e2e.access.Actor.OPERATOR;
import static dev.cairn.e2e.access.Actor.OTHER_MEMBER;
import static dev.cairn.e2e.access.Actor.PARTNER;
import static dev.cairn.e2e.access.Actor.POS;
import static dev.cairn.e2e.access.Actor.SUPPORT;

import dev.cairn.devstack.Component;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One row of the table: who may call an endpoint, and what the allowed are answered.
 *
 * @param method HTTP method
 * @param path as the OpenAPI document has it; without the names of its placeholders
 * @param body what to send; empty for none
 * @param answers the status for those who may
 * @param allowed nobody else may; empty means that the endpoint is public
 */
record Endpoint(
        Component service,
        String method,
        String path,
        String body,
        int answers,
        Set<Actor> allowed) {

    private static final String NOWHERE = "00000000-0000-4000-8000-000000000000";
    private static final Set<Actor> MEMBERS = EnumSet.of(MEMBER, OTHER_MEMBER);
    private static final Set<Actor> STAFF = EnumSet.of(MANAGER, SUPPORT, AUDITOR, OPERATOR);
    private static final Set<Actor> CARE = EnumSet.of(SUPPORT, AUDITOR);
    private static final Set<Actor> DESK = EnumSet.of(POS, SUPPORT);
    private static final Set<Actor> BOOKS = EnumSet.of(AUDITOR, OPERATOR);
    private static final Set<Actor> REPORTS = EnumSet.of(MANAGER, AUDITOR, OPERATOR);
    private static final Set<Actor> SETTLED = EnumSet.of(MANAGER, AUDITOR);

    static List<Endpoint> all() {
        return List.of(
                row(RULES, "POST /v1/activities", "[]", 400, EnumSet.of(POS)),
                row(RULES, "GET /v1/me/progress", "", 200, MEMBERS),
                row(RULES, "GET /v1/members/{}/progress", "", 200, CARE),
                row(RULES, "GET /v1/members/{}/awards", "", 200, CARE),
                row(RULES, "GET /v1/members/{}/explanations", "", 200, CARE),
                row(
                        RULES,
                        "GET /v1/programme",
                        "",
                        200,
                        with(STAFF, POS, PARTNER, MEMBER, OTHER_MEMBER)),
                row(LEDGER, "GET /v1/me/points", "", 200, MEMBERS),
                row(LEDGER, "GET /v1/members/{}/points", "", 200, CARE),
                row(LEDGER, "GET /v1/me/points/entries", "", 200, MEMBERS),
                row(LEDGER, "GET /v1/members/{}/points/entries", "", 200, CARE),
                row(LEDGER, "GET /v1/me/points/awards", "", 200, MEMBERS),
                row(LEDGER, "GET /v1/members/{}/points/awards", "", 200, CARE),
                row(LEDGER, "POST /v1/members/{}/points/awards/{}/activate", "", 404, DESK),
                row(
                        LEDGER,
                        "POST /v1/members/{}/points/awards/{}/cancel",
                        "",
                        404,
                        EnumSet.of(SUPPORT)),
                row(
                        LEDGER,
                        "POST /v1/members/{}/points/reinstatements",
                        "{}",
                        400,
                        EnumSet.of(SUPPORT)),
                row(LEDGER, "GET /v1/me/points/statement", "", 200, MEMBERS),
                row(LEDGER, "GET /v1/members/{}/points/statement", "", 200, CARE),
                row(LEDGER, "GET /v1/me/points/lots", "", 200, MEMBERS),
                row(LEDGER, "GET /v1/members/{}/points/lots", "", 200, CARE),
                row(LEDGER, "GET /v1/members/{}/export", "", 200, CARE),
                row(LEDGER, "GET /v1/points/totals", "", 200, REPORTS),
                row(
                        LEDGER,
                        "GET /v1/points/reinstatements",
                        "",
                        200,
                        EnumSet.of(SUPPORT, MANAGER, AUDITOR)),
                row(
                        LEDGER,
                        "POST /v1/points/reinstatements/{}/approve",
                        "",
                        404,
                        EnumSet.of(SUPPORT, MANAGER)),
                row(
                        LEDGER,
                        "POST /v1/points/reinstatements/{}/reject",
                        "",
                        404,
                        EnumSet.of(SUPPORT, MANAGER)),
                row(LEDGER, "GET /v1/books/liability", "", 200, REPORTS),
                row(LEDGER, "GET /v1/books/breakage", "", 200, REPORTS),
                row(LEDGER, "GET /v1/books/seals", "", 200, BOOKS),
                row(LEDGER, "GET /v1/books/seals/{}", "", 400, BOOKS),
                row(LEDGER, "POST /v1/books/seals/verify", "", 200, BOOKS),
                row(LEDGER, "POST /v1/imports", "{}", 400, EnumSet.of(MANAGER)),
                row(LEDGER, "GET /v1/proof", "", 200, BOOKS),
                row(LEDGER, "GET /v1/rewards", "", 200, with(STAFF, PARTNER, MEMBER, OTHER_MEMBER)),
                row(LEDGER, "PUT /v1/rewards/{}", "{}", 400, EnumSet.of(MANAGER)),
                row(LEDGER, "POST /v1/rewards/{}/codes", "{}", 400, EnumSet.of(MANAGER)),
                row(LEDGER, "POST /v1/rewards/{}/codes/generate", "{}", 400, EnumSet.of(MANAGER)),
                row(
                        LEDGER,
                        "GET /v1/rewards/{}/codes/summary",
                        "",
                        404,
                        EnumSet.of(MANAGER, AUDITOR)),
                row(LEDGER, "POST /v1/codes/use", "{}", 400, EnumSet.of(POS, PARTNER)),
                row(LEDGER, "POST /v1/me/quotes", "{}", 400, MEMBERS),
                row(LEDGER, "POST /v1/quotes/{}/hold", "{}", 400, EnumSet.of(POS)),
                row(LEDGER, "POST /v1/me/redemptions", "{}", 400, MEMBERS),
                row(LEDGER, "GET /v1/me/redemptions", "", 200, MEMBERS),
                row(LEDGER, "GET /v1/me/redemptions/{}", "", 404, MEMBERS),
                row(LEDGER, "GET /v1/me/auto-redeem", "", 200, MEMBERS),
                row(LEDGER, "PUT /v1/me/auto-redeem", "{}", 400, MEMBERS),
                row(LEDGER, "DELETE /v1/me/auto-redeem", "", 200, MEMBERS),
                row(LEDGER, "GET /v1/members/{}/auto-redeem", "", 200, CARE),
                row(LEDGER, "GET /v1/redemptions/{}", "", 404, with(CARE, POS)),
                row(LEDGER, "POST /v1/redemptions/{}/steps", "{}", 400, DESK),
                row(LEDGER, "POST /v1/redemptions/{}/refunds", "{}", 400, DESK),
                row(LEDGER, "POST /v1/redemptions/{}/cancel", "", 404, EnumSet.of(SUPPORT)),
                row(LEDGER, "POST /v1/holds", "{}", 400, EnumSet.of(POS)),
                row(LEDGER, "GET /v1/holds/{}", "", 404, EnumSet.of(POS, SUPPORT, AUDITOR)),
                row(LEDGER, "POST /v1/holds/{}/extend", "{}", 400, EnumSet.of(POS)),
                row(LEDGER, "POST /v1/holds/{}/capture", "{}", 404, EnumSet.of(POS)),
                row(LEDGER, "POST /v1/holds/{}/void", "", 404, EnumSet.of(POS)),
                row(LEDGER, "POST /v1/holds/{}/refund", "{}", 400, EnumSet.of(POS)),
                row(LEDGER, "GET /v1/me/holds", "", 200, MEMBERS),
                row(LEDGER, "POST /v1/me/partner-codes", "", 201, MEMBERS),
                row(LEDGER, "GET /v1/partners", "", 200, REPORTS),
                row(LEDGER, "PUT /v1/partners/{}", "{}", 400, EnumSet.of(MANAGER)),
                row(LEDGER, "POST /v1/partners/{}/settlements", "{}", 400, EnumSet.of(MANAGER)),
                row(LEDGER, "GET /v1/partners/{}/settlements", "", 404, SETTLED),
                row(LEDGER, "GET /v1/partners/{}/settlements/{}", "", 404, SETTLED),
                row(LEDGER, "GET /v1/partners/{}/settlements/{}/lines", "", 404, SETTLED),
                row(LEDGER, "GET /v1/partners/{}/settlements/{}/file", "", 404, SETTLED),
                row(LEDGER, "POST /v1/partner/quotes", "{}", 400, EnumSet.of(PARTNER)),
                row(LEDGER, "POST /v1/partner/holds", "{}", 400, EnumSet.of(PARTNER)),
                row(LEDGER, "GET /v1/partner/holds/{}", "", 404, EnumSet.of(PARTNER)),
                row(LEDGER, "POST /v1/partner/holds/{}/capture", "{}", 404, EnumSet.of(PARTNER)),
                row(LEDGER, "POST /v1/partner/holds/{}/void", "", 404, EnumSet.of(PARTNER)),
                row(LEDGER, "POST /v1/partner/holds/{}/refunds", "{}", 404, EnumSet.of(PARTNER)),
                row(LEDGER, "GET /v1/partner/settlements", "", 404, EnumSet.of(PARTNER)),
                row(LEDGER, "GET /v1/partner/settlements/{}", "", 404, EnumSet.of(PARTNER)),
                row(LEDGER, "GET /v1/partner/settlements/{}/lines", "", 404, EnumSet.of(PARTNER)),
                row(LEDGER, "GET /v1/partner/settlements/{}/file", "", 404, EnumSet.of(PARTNER)),
                row(LEDGER, "POST /v1/me/transfers", "{}", 400, MEMBERS),
                row(LEDGER, "POST /v1/transfers", "{}", 400, EnumSet.of(SUPPORT)),
                row(LEDGER, "GET /v1/transfers", "", 200, EnumSet.of(SUPPORT, MANAGER, AUDITOR)),
                row(LEDGER, "POST /v1/transfers/{}/approve", "", 404, EnumSet.of(SUPPORT, MANAGER)),
                row(LEDGER, "POST /v1/transfers/{}/reject", "", 404, EnumSet.of(SUPPORT, MANAGER)),
                row(LEDGER, "POST /v1/me/conversions", "{}", 400, MEMBERS),
                row(LEDGER, "PUT /v1/members/{}/freeze", "{}", 400, EnumSet.of(SUPPORT)),
                row(LEDGER, "DELETE /v1/members/{}/freeze", "", 200, EnumSet.of(SUPPORT)),
                row(LEDGER, "POST /v1/adjustments", "{}", 400, EnumSet.of(SUPPORT)),
                row(LEDGER, "GET /v1/adjustments", "", 200, EnumSet.of(SUPPORT, MANAGER, AUDITOR)),
                row(
                        LEDGER,
                        "POST /v1/adjustments/{}/approve",
                        "",
                        404,
                        EnumSet.of(SUPPORT, MANAGER)),
                row(
                        LEDGER,
                        "POST /v1/adjustments/{}/reject",
                        "",
                        404,
                        EnumSet.of(SUPPORT, MANAGER)),
                // a household from its beginning to its end; the table is read in this order
                row(LEDGER, "POST /v1/me/household", "", 201, MEMBERS),
                row(LEDGER, "GET /v1/me/household", "", 200, MEMBERS),
                row(LEDGER, "POST /v1/me/household/invitations", "", 201, MEMBERS),
                row(LEDGER, "POST /v1/me/household/join", "{}", 400, MEMBERS),
                row(LEDGER, "DELETE /v1/me/household/membership", "", 200, MEMBERS),
                row(LEDGER, "DELETE /v1/me/household/members/{}", "", 404, MEMBERS),
                row(LEDGER, "POST /v1/me/household/donations", "{}", 400, MEMBERS),
                row(LEDGER, "POST /v1/me/household/withdrawals", "{}", 400, MEMBERS),
                row(SEGMENT, "GET /v1/members/{}", "", 200, CARE),
                row(SEGMENT, "PUT /v1/members/{}", "{}", 400, DESK),
                row(SEGMENT, "GET /v1/me/profile", "", 200, MEMBERS),
                row(SEGMENT, "PUT /v1/me/profile", "{\"zone\":\"nowhere\"}", 400, MEMBERS),
                row(SEGMENT, "GET /v1/segments", "", 200, STAFF),
                row(
                        SEGMENT,
                        "GET /v1/segments/{}/members",
                        "",
                        404,
                        EnumSet.of(MANAGER, SUPPORT, AUDITOR)),
                row(SEGMENT, "GET /v1/me/segments", "", 200, MEMBERS),
                row(SEGMENT, "GET /v1/members/{}/segments", "", 200, CARE),
                row(NOTIFY, "GET /v1/me/contact-points", "", 200, MEMBERS),
                row(NOTIFY, "GET /v1/me/contact-points/{}", "", 404, MEMBERS),
                row(NOTIFY, "PUT /v1/me/contact-points/{}", "{}", 400, MEMBERS),
                row(NOTIFY, "DELETE /v1/me/contact-points/{}", "", 404, MEMBERS),
                row(NOTIFY, "PUT /v1/members/{}/contact-points/{}", "{}", 400, DESK),
                row(NOTIFY, "GET /v1/me/consents", "", 200, MEMBERS),
                row(NOTIFY, "PUT /v1/me/consents/{}/{}", "{}", 400, MEMBERS),
                row(NOTIFY, "PUT /v1/members/{}/consents/{}/{}", "{}", 400, DESK),
                row(NOTIFY, "GET /v1/me/inbox", "", 200, MEMBERS),
                row(NOTIFY, "POST /v1/me/inbox/{}/read", "", 404, MEMBERS),
                row(NOTIFY, "GET /v1/me/inbox/stream", "", 200, MEMBERS),
                row(NOTIFY, "GET /v1/messages/report", "", 200, REPORTS),
                row(NOTIFY, "GET /u/{}", "", 404, Set.of()),
                row(NOTIFY, "POST /u/{}", "", 404, Set.of()));
    }

    private static Endpoint row(
            Component service, String operation, String body, int answers, Set<Actor> allowed) {
        String[] words = operation.split(" ");
        return new Endpoint(service, words[0], words[1], body, answers, allowed);
    }

    /** The row's name, the same as {@link Documented} gives to an operation. */
    String name() {
        return service.label() + " " + method + " " + path;
    }

    int expected(Actor actor) {
        if (allowed.isEmpty()) {
            return answers;
        }
        return actor.isStranger() ? 401 : allowed.contains(actor) ? answers : 403;
    }

    /** A path that can be called: the member where one is meant, otherwise what does not exist. */
    String concrete(String member) {
        return path.replaceFirst("^/v1/members/\\{}", "/v1/members/" + member)
                .replace("{}", NOWHERE);
    }

    private static Set<Actor> with(Set<Actor> group, Actor... others) {
        Set<Actor> all = EnumSet.copyOf(group);
        all.addAll(List.of(others));
        return all;
    }
}
