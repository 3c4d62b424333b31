package dev.cairn.segment.membership;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.segment.condition.LeafVerdict;
import dev.cairn.segment.condition.Verdict;
import dev.cairn.segment.definition.Segment;
import dev.cairn.segment.definition.SegmentConfig;
import dev.cairn.segment.definition.Segments;
import dev.cairn.segment.member.Member;
import dev.cairn.segment.member.MemberStore;
import dev.cairn.segment.membership.MemberSegmentsResource.OwnSegment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says which segments a member is in, since when, and what each condition found. */
@ApplicationScoped
public class ExplainMember {
    private final Database database;
    private final MemberStore members;
    private final MembershipStore memberships;
    private final Segments segments;
    private final CairnClock clock;
    private final ZoneId unknownZone;

    public ExplainMember(
            Database database,
            MemberStore members,
            MembershipStore memberships,
            Segments segments,
            CairnClock clock,
            SegmentConfig config) {
        this.database = database;
        this.members = members;
        this.memberships = memberships;
        this.segments = segments;
        this.clock = clock;
        this.unknownZone = config.zone();
    }

    /**
     * A segment and a member.
     *
     * @param in whether the member is in it
     * @param since null unless the member is in it
     * @param nextChangeAt when time alone changes that; null if it never will
     */
    public record Explained(
            String id,
            long version,
            String title,
            boolean in,
            Instant since,
            Instant nextChangeAt,
            List<LeafVerdict> explain) {}

    List<OwnSegment> own(String memberId, List<Locale> languages) {
        var in = database.read(tx -> memberships.of(tx, List.of(memberId)));
        var own = in.getOrDefault(memberId, Map.of());
        return segments.all().stream()
                .filter(segment -> own.containsKey(segment.id()))
                .map(s -> ownSegment(s, own.get(s.id()), languages))
                .toList();
    }

    List<Explained> all(String memberId, List<Locale> languages) {
        var now = clock.instant();
        return database.read(
                tx -> {
                    var member =
                            members.find(tx, memberId, now, segments.reach())
                                    .orElseThrow(ExplainMember::unknown);
                    var in = memberships.of(tx, List.of(memberId));
                    return segments.all().stream()
                            .map(
                                    segment ->
                                            explained(
                                                    segment,
                                                    member,
                                                    Optional.ofNullable(
                                                            in.getOrDefault(memberId, Map.of())
                                                                    .get(segment.id())),
                                                    languages,
                                                    now))
                            .toList();
                });
    }

    private Explained explained(
            Segment segment,
            Member member,
            Optional<Membership> membership,
            List<Locale> languages,
            Instant now) {
        Verdict verdict = segment.evaluator().evaluate(member.facts(unknownZone), now);
        return new Explained(
                segment.id(),
                segment.version(),
                segment.titleIn(languages),
                membership.isPresent(),
                membership.map(Membership::since).orElse(null),
                verdict.nextChangeAt().orElse(null),
                verdict.leaves());
    }

    private static OwnSegment ownSegment(
            Segment segment, Membership membership, List<Locale> languages) {
        return new OwnSegment(
                segment.id(), membership.version(), segment.titleIn(languages), membership.since());
    }

    private static Problem unknown() {
        return Problem.of(KitProblem.NOT_FOUND, "There is no such member.");
    }
}
