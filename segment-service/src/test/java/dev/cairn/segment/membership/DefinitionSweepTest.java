package dev.cairn.segment.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.SegmentEvent;
import dev.cairn.contracts.SegmentEvent.SegmentEntered;
import dev.cairn.contracts.SegmentEvent.SegmentExited;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.segment.SegmentTest;
import dev.cairn.segment.Shop;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@SegmentTest
class DefinitionSweepTest {
    @Inject Shop shop;
    @Inject CairnClock clock;
    @Inject Database database;
    @Inject DefinitionSweep sweep;
    @Inject MembershipStore memberships;

    @Test
    void membersOfOlderDefinitionsAreEvaluatedAgainInBatches() {
        var members = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            members.add(Shop.newMember());
            shop.enrol(members.get(i), clock.instant());
        }
        forget(members);

        sweep.run(clock.instant());
        sweep.run(clock.instant());

        for (var member : members) {
            var moves = shop.moves(member, 3);
            assertThat(moves)
                    .extracting(move -> move.segment() + " " + cause(move))
                    .containsExactly("new member", "old-segment definition", "new definition");
        }
        assertThat(sizes("old-segment")).isZero();
    }

    /** As if an earlier version of the file had put the members into another segment. */
    private void forget(List<String> members) {
        var ids = members.toArray(String[]::new);
        database.transact(
                tx -> {
                    tx.update("UPDATE member SET epoch = 0 WHERE id = ANY (?)", (Object) ids);
                    var moves = new ArrayList<Move>();
                    for (var id : ids) {
                        moves.add(move(id, "new", Move.Direction.EXITED));
                        moves.add(move(id, "old-segment", Move.Direction.ENTERED));
                    }
                    memberships.apply(tx, moves);
                });
    }

    private static Move move(String member, String segment, Move.Direction direction) {
        return new Move(member, segment, 1, direction, MoveCause.DEFINITION, Instant.EPOCH);
    }

    private long sizes(String segment) {
        return database.read(memberships::sizes).getOrDefault(segment, 0L);
    }

    private static String cause(SegmentEvent move) {
        return switch (move) {
            case SegmentEntered e -> e.cause();
            case SegmentExited e -> e.cause();
        };
    }
}
