package dev.cairn.segment.profile;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.MemberEvent.MemberChanged;
import dev.cairn.contracts.MemberEvent.MemberEnrolled;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.outbox.Outbox;
import dev.cairn.segment.aggregate.ActivityStore;
import dev.cairn.segment.member.Member;
import dev.cairn.segment.member.MemberStore;
import dev.cairn.segment.member.Profile;
import dev.cairn.segment.membership.Change;
import dev.cairn.segment.membership.MoveCause;
import dev.cairn.segment.membership.MoveMembers;
import dev.cairn.segment.profile.ProfileRules.Accepted;
import dev.cairn.segment.profile.ProfileRules.FieldError;
import dev.cairn.segment.profile.ProfileRules.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Enrols a member or changes the profile, and tells everybody once. */
@ApplicationScoped
public class KeepProfile {
    private final Database database;
    private final MemberStore members;
    private final ActivityStore activities;
    private final MoveMembers moves;
    private final Outbox outbox;
    private final CairnClock clock;

    public KeepProfile(
            Database database,
            MemberStore members,
            ActivityStore activities,
            MoveMembers moves,
            Outbox outbox,
            CairnClock clock) {
        this.database = database;
        this.members = members;
        this.activities = activities;
        this.moves = moves;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What keeping a profile comes to. */
    sealed interface Outcome {}

    record Enrolled(Profile profile) implements Outcome {}

    /** Changed, or equal to what was kept before, which nobody hears of. */
    record Kept(Profile profile) implements Outcome {}

    record NotValid(List<FieldError> errors) implements Outcome {}

    Outcome keep(String memberId, ProfileRequest request) {
        // checked before a row exists, so that nonsense does not create members
        var now = clock.instant();
        var known = database.read(tx -> members.find(tx, memberId, now, 0));
        var first = ProfileRules.decide(known.flatMap(Member::profile), request, now);
        return switch (first) {
            case Refused refused -> new NotValid(refused.errors());
            case Accepted accepted ->
                    database.inTransaction(tx -> keep(tx, memberId, request, now));
        };
    }

    private Outcome keep(Tx tx, String memberId, ProfileRequest request, Instant now) {
        var before = moves.lock(tx, List.of(memberId)).get(memberId);
        return switch (ProfileRules.decide(before.profile(), request, now)) {
            case Refused refused -> new NotValid(refused.errors());
            case Accepted accepted -> keep(tx, before, accepted.profile(), now);
        };
    }

    private Outcome keep(Tx tx, Member before, Profile profile, Instant now) {
        boolean first = before.profile().isEmpty();
        if (!first && before.profile().get().equals(profile)) {
            return new Kept(profile);
        }
        Instant from = first ? profile.joinedAt() : now;
        var zones = before.zones().moved(from, profile.zone());
        members.saveProfile(tx, before.id(), profile, zones);
        var after = before.with(profile, zones);
        if (first) {
            activities.moveToZone(tx, before.id(), profile.zone());
            after = moves.lock(tx, List.of(before.id())).get(before.id());
        }
        outbox.append(tx, Cause.none(), event(before.id(), profile, first, from));
        moves.settle(tx, List.of(new Change(before, after, MoveCause.MEMBER, Cause.none())));
        return first ? new Enrolled(profile) : new Kept(profile);
    }

    private static MemberEvent event(String id, Profile profile, boolean first, Instant at) {
        var zone = profile.zone().getId();
        var country = profile.country().orElse(null);
        var filled = FilledFields.of(profile);
        return first
                ? new MemberEnrolled(
                        id, zone, profile.locale(), country, profile.joinedAt(), filled, at)
                : new MemberChanged(
                        id, zone, profile.locale(), country, profile.joinedAt(), filled, at);
    }
}
