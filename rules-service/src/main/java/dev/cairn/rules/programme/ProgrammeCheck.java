package dev.cairn.rules.programme;

import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Everything that can be wrong with a programme beyond its spelling. */
final class ProgrammeCheck {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final long MOST_POINTS = 1_000_000_000L;

    private final List<String> mistakes = new ArrayList<>();

    private ProgrammeCheck() {}

    /** One sentence per mistake; empty when the programme may run. */
    static List<String> mistakes(Programme programme) {
        var check = new ProgrammeCheck();
        check.programme(programme);
        return List.copyOf(check.mistakes);
    }

    private void programme(Programme programme) {
        id("id", programme.id());
        require(programme.version() >= 1, "version must be 1 or higher");
        require(programme.start() != null, "start is missing");
        require(programme.zone() != null, "zone is missing");
        require(!programme.currencies().isEmpty(), "currencies must name at least one currency");
        for (var currency : programme.currencies()) {
            require(known(currency), "currency " + currency + " is not an ISO 4217 code");
        }
        require(!programme.rules().isEmpty(), "rules must hold at least one rule");
        var ids = new HashSet<String>();
        for (var rule : programme.rules()) {
            require(rule.id() == null || ids.add(rule.id()), "rule id " + rule.id() + " is twice");
            rule(rule);
        }
        var tiers = programme.rules().stream().filter(TierLadder.class::isInstance).count();
        require(tiers <= 1, "a programme has at most one tier-ladder");
    }

    private void rule(Rule rule) {
        var name = "rule " + rule.id();
        id("id of a rule", rule.id());
        title(name, rule.title());
        switch (rule) {
            case BaseEarning base -> {
                require(base.per() >= 1, name + ": per must be 1 or more minor units");
                points(name + ": points", base.points());
                expiry(name, base.expiresAfter());
            }
            case PurchaseLadder ladder -> {
                steps(name, ladder.steps());
                expiry(name, ladder.expiresAfter());
            }
            case PeriodStreak streak -> streak(name, streak);
            case ProfileGoal goal -> {
                require(!goal.fields().isEmpty(), name + ": fields must name at least one field");
                points(name + ": points", goal.points());
                expiry(name, goal.expiresAfter());
            }
            case TierLadder ladder -> tiers(name, ladder);
            case BudgetedCampaign campaign -> {
                require(campaign.days() != null, name + ": days is missing");
                points(name + ": points", campaign.points());
                require(campaign.budget() >= 0, name + ": budget must not be negative");
                expiry(name, campaign.expiresAfter());
            }
        }
    }

    private void streak(String name, PeriodStreak streak) {
        require(streak.period() != null, name + ": period is missing");
        steps(name, streak.steps());
        expiry(name, streak.expiresAfter());
        var freeze = streak.freeze();
        require(freeze.stock() >= 0, name + ": freeze.stock must not be negative");
        require(
                freeze.stock() == 0 || freeze.earnedAt() >= 1,
                name + ": freeze.earnedAt must be 1 or more");
        require(
                !streak.warnBefore().isNegative() && !streak.warnBefore().isZero(),
                name + ": warnBefore must be longer than nothing");
    }

    private void tiers(String name, TierLadder ladder) {
        require(ladder.window() != null, name + ": window is missing");
        expiry(name + " window", ladder.window());
        require(!ladder.categories().isEmpty(), name + ": categories must name at least one");
        require(!ladder.tiers().isEmpty(), name + ": tiers must hold at least one tier");
        var ids = new HashSet<String>();
        var last = -1L;
        for (var tier : ladder.tiers()) {
            id(name + ": id of a tier", tier.id());
            title(name + ", tier " + tier.id(), tier.title());
            require(ids.add(tier.id()), name + ": tier " + tier.id() + " is twice");
            require(tier.from() > last, name + ": tier " + tier.id() + " must ask for more");
            require(last >= 0 || tier.from() == 0, name + ": the first tier must be from 0");
            last = tier.from();
        }
    }

    private void steps(String name, Map<Long, Long> steps) {
        require(!steps.isEmpty(), name + ": steps must hold at least one step");
        steps.forEach(
                (step, points) -> {
                    require(step >= 1, name + ": step " + step + " must be 1 or more");
                    points(name + ": step " + step, points == null ? 0 : points);
                });
    }

    private void points(String what, long points) {
        require(points >= 1, what + " must pay 1 point or more");
        require(points <= MOST_POINTS, what + " must not pay more than " + MOST_POINTS);
    }

    private void expiry(String name, Period period) {
        require(
                period == null || (!period.isNegative() && !period.isZero()),
                name + ": expiresAfter must be longer than nothing");
    }

    private void title(String name, Title title) {
        require(
                title != null && filled(title.en()) && filled(title.de()),
                name + ": title needs en and de");
    }

    private void id(String what, String id) {
        require(
                id != null && ID.matcher(id).matches(),
                what + " must be lower-case letters, digits and dashes, but is " + id);
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }

    private static boolean known(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(c -> c.getCurrencyCode().equals(currency));
    }

    private void require(boolean condition, String mistake) {
        if (!condition) {
            mistakes.add(mistake);
        }
    }
}
