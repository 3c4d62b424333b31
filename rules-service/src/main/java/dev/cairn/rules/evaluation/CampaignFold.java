package dev.cairn.rules.evaluation;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.rules.programme.BudgetedCampaign;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The first counted purchase of each window pays, at most what the budget granted. */
final class CampaignFold {

    private CampaignFold() {}

    static Outcome fold(BudgetedCampaign rule, Facts facts) {
        var firsts = new TreeMap<LocalDate, Order>();
        for (var order : facts.orders().counted()) {
            rule.days()
                    .windowOf(dayOf(order.occurredAt(), facts))
                    .ifPresent(window -> firsts.putIfAbsent(window, order));
        }
        var awards =
                firsts.entrySet().stream()
                        .map(first -> award(rule, first.getKey(), first.getValue(), facts))
                        .toList();
        var goal = goal(rule, facts, awards);
        return new Outcome(awards, Optional.of(goal), List.of(), goal.changesAt(), null);
    }

    private static Award award(BudgetedCampaign rule, LocalDate window, Order order, Facts facts) {
        var id = awardId(rule, window);
        var granted = Math.min(rule.points(), facts.ceilings().getOrDefault(id, Long.MAX_VALUE));
        return new Award(
                id,
                rule.id(),
                AwardCategory.CAMPAIGN,
                granted,
                granted,
                order.occurredAt(),
                facts.after(order.occurredAt(), rule.expiresAfter()),
                order.id(),
                granted == rule.points()
                        ? "First purchase from " + window + " on."
                        : "First purchase from " + window + " on; the budget was used up.");
    }

    private static Goal.CampaignGoal goal(BudgetedCampaign rule, Facts facts, List<Award> awards) {
        var today = dayOf(facts.now(), facts);
        var window = rule.days().windowOf(today);
        if (window.isEmpty()) {
            var opens = rule.days().nextAfter(today).map(day -> startOf(day, facts)).orElse(null);
            return new Goal.CampaignGoal(rule.id(), false, false, false, rule.points(), opens);
        }
        var id = awardId(rule, window.get());
        var award = awards.stream().filter(a -> a.id().equals(id)).findFirst();
        return new Goal.CampaignGoal(
                rule.id(),
                true,
                award.isPresent() && award.get().points() > 0,
                award.isPresent() && award.get().points() == 0,
                rule.points(),
                startOf(rule.days().endOf(window.get()), facts));
    }

    private static String awardId(BudgetedCampaign rule, LocalDate window) {
        return rule.id() + ":" + window;
    }

    private static LocalDate dayOf(Instant instant, Facts facts) {
        return instant.atZone(facts.programme().zone()).toLocalDate();
    }

    private static Instant startOf(LocalDate day, Facts facts) {
        return day.atStartOfDay(facts.programme().zone()).toInstant();
    }
}
