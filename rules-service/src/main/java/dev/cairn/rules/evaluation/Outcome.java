package dev.cairn.rules.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one rule makes of a history; see {@link MemberState} for the parts. */
record Outcome(
        List<Award> awards,
        Optional<Goal> goal,
        List<Announcement> announcements,
        Instant nextChangeAt,
        Instant wakeAt) {

    static final Outcome NOTHING = new Outcome(List.of(), Optional.empty(), List.of(), null, null);
}
