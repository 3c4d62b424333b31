package dev.cairn.segment.membership;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.segment.condition.LeafVerdict;
import dev.cairn.segment.condition.MemberFacts;
import dev.cairn.segment.condition.Verdict;
import dev.cairn.segment.definition.Segment;
import dev.cairn.segment.member.Member;
import dev.cairn.segment.member.MemberStore;
import dev.cairn.segment.membership.MemberSegmentsResource.OwnSegment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says which segments a member is in, since when, and what each condition found. */
@ApplicationScoped
public class ExplainMember {
    private final Database database;
    private final MemberStore members;
    private final MembershipStore memberships;
    private final InForce inForce;
    private final CairnClock clock;

    public ExplainMember(
            Database database,
            MemberStore members,
            MembershipStore memberships,
            InForce inForce,
            CairnClock clock) {
        this.database = database;
        this.members = members;
        this.memberships = memberships;
        this.inForce = inForce;
        this.clock = clock;
    }

    /**
     * Where a member stands.
     *
     * @param segments those that the member is in
     * @param others all others
     */
    public record Standing(
            String member, List<Explained> segments, List<Explained> others, Facts facts) {}

    /**
     * A segment and a member.
     *
     * @param since when the member entered; null for the others
     * @param nextChangeAt when time alone changes that; null if it never will
     * @param explain what each condition found
     */
    public record Explained(
            String id,
            long version,
            String title,
            Instant since,
            Instant nextChangeAt,
            List<LeafVerdict> explain) {}

    /** What the conditions look at, in sum. Amounts are minor units; what never was is null. */
    public record Facts(
            String zone,
            Instant joinedAt,
            long purchases,
            long netSpendMinor,
            Instant firstPurchaseAt,
            Instant lastPurchaseAt,
            Instant lastActivityAt,
            long pointsBalance,
            Instant lastMessageAt,
            Instant lastReactionAt) {

        static Facts of(MemberFacts facts) {
            return new Facts(
                    facts.zone().getId(),
                    facts.joinedAt(),
                    facts.purchases(),
                    facts.netSpend(),
                    facts.firstPurchaseAt().orElse(null),
                    facts.lastPurchaseAt().orElse(null),
                    facts.lastActivityAt().orElse(null),
                    facts.pointsBalance(),
                    facts.lastMessageAt().orElse(null),
                    facts.lastReactionAt().orElse(null));
        }
    }

    List<OwnSegment> own(String memberId, List<Locale> languages) {
        var in = database.read(tx -> memberships.of(tx, List.of(memberId)));
        var own = in.getOrDefault(memberId, Map.of());
        return inForce.segments().stream()
                .filter(segment -> own.containsKey(segment.id()))
                .map(s -> ownSegment(s, own.get(s.id()), languages))
                .toList();
    }

    Standing all(String memberId, List<Locale> languages) {
        var now = clock.instant();
        return database.read(
                tx -> {
                    var member = members.find(tx, memberId, now, inForce.reach());
                    var in = memberships.of(tx, List.of(memberId));
                    return standing(
                            member.orElseThrow(ExplainMember::unknown),
                            in.getOrDefault(memberId, Map.of()),
                            languages,
                            now);
                });
    }

    private Standing standing(
            Member member, Map<String, Membership> in, List<Locale> languages, Instant now) {
        var facts = member.facts(inForce.unknownZone());
        var split =
                inForce.segments().stream()
                        .map(
                                s ->
                                        explained(
                                                s,
                                                s.evaluator().evaluate(facts, now),
                                                Optional.ofNullable(in.get(s.id())),
                                                languages))
                        .collect(Collectors.partitioningBy(s -> s.since() != null));
        return new Standing(member.id(), split.get(true), split.get(false), Facts.of(facts));
    }

    private static Explained explained(
            Segment segment,
            Verdict verdict,
            Optional<Membership> membership,
            List<Locale> languages) {
        return new Explained(
                segment.id(),
                segment.version(),
                segment.titleIn(languages),
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
