package dev.cairn.rules.evaluation;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.rules.programme.ProfileGoal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Pays once when all profile fields are filled in; emptying one later takes nothing back. */
final class ProfileFold {

    private ProfileFold() {}

    static Outcome fold(ProfileGoal rule, Facts facts) {
        var target = rule.fields().size();
        var completedAt =
                facts.profile().stream()
                        .filter(event -> filled(rule, event) == target)
                        .map(MemberEvent::occurredAt)
                        .findFirst();
        return completedAt
                .map(at -> completed(rule, facts, at))
                .orElseGet(() -> open(rule, filledNow(rule, facts)));
    }

    private static Outcome completed(ProfileGoal rule, Facts facts, Instant at) {
        var target = rule.fields().size();
        var award =
                new Award(
                        rule.id() + ":complete",
                        rule.id(),
                        AwardCategory.MILESTONE,
                        rule.points(),
                        rule.points(),
                        at,
                        facts.after(at, rule.expiresAfter()),
                        null,
                        "The profile was complete.");
        var goal = new Goal.ProfileProgress(rule.id(), target, target, rule.points(), true);
        var news = Milestones.reached(facts.member(), rule, target, award);
        return new Outcome(List.of(award), Optional.of(goal), List.of(news), null, null);
    }

    private static Outcome open(ProfileGoal rule, long done) {
        var target = rule.fields().size();
        var goal = new Goal.ProfileProgress(rule.id(), done, target, rule.points(), false);
        return new Outcome(List.of(), Optional.of(goal), List.of(), null, null);
    }

    private static long filledNow(ProfileGoal rule, Facts facts) {
        return facts.profile().isEmpty() ? 0 : filled(rule, facts.profile().getLast());
    }

    private static long filled(ProfileGoal rule, MemberEvent event) {
        var fields =
                switch (event) {
                    case MemberEvent.MemberEnrolled enrolled -> enrolled.profileFields();
                    case MemberEvent.MemberChanged changed -> changed.profileFields();
                    case MemberEvent.MemberMerged merged -> List.<String>of();
                    case MemberEvent.MemberErased erased -> List.<String>of();
                };
        return rule.fields().stream().filter(fields::contains).count();
    }
}
