package dev.cairn.rules.state;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.rules.evaluation.Evaluation;
import dev.cairn.rules.evaluation.History;
import dev.cairn.rules.history.HistoryStore;
import dev.cairn.rules.programme.Programme;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Members' states: truth in PostgreSQL, copies in Redis. */
@ApplicationScoped
public class States {
    private final Programme programme;
    private final Database database;
    private final HistoryStore histories;
    private final MemberStateStore store;
    private final SnapshotCache cache;

    States(
            Programme programme,
            Database database,
            HistoryStore histories,
            MemberStateStore store,
            SnapshotCache cache) {
        this.programme = programme;
        this.database = database;
        this.histories = histories;
        this.store = store;
        this.cache = cache;
    }

    /** Locks members in id order, so that nobody else evaluates them; unknown ones become known. */
    public Map<String, MemberStateStore.Locked> lock(Tx tx, Collection<String> members) {
        return store.lock(tx, members);
    }

    /** Keeps what an evaluation found; the copies follow once it is committed. */
    public void save(Tx tx, List<MemberStateStore.Found> found) {
        store.save(tx, found);
        var copies =
                found.stream()
                        .collect(
                                Collectors.toMap(
                                        MemberStateStore.Found::member,
                                        MemberStateStore.Found::snapshot));
        tx.afterCommit(() -> cache.put(copies));
    }

    /** A member's state at an instant; empty when nothing was ever heard of the member. */
    public Optional<Snapshot> read(String member, Instant now) {
        var copy = cache.get(member, snapshot -> valid(snapshot, now));
        if (copy.isPresent()) {
            return copy;
        }
        var current = database.read(tx -> readStored(tx, member, now));
        current.ifPresent(snapshot -> cache.put(Map.of(member, snapshot)));
        return current;
    }

    /** The state of somebody who has not done anything yet. */
    public Snapshot ofNobody(Instant now) {
        var nothing = History.of(List.of(), List.of());
        return Snapshot.of(Evaluation.fold(nothing, programme, now), programme.version(), 0);
    }

    private Optional<Snapshot> readStored(Tx tx, String member, Instant now) {
        return store.find(tx, member)
                .map(
                        row ->
                                row.snapshot()
                                        .filter(snapshot -> valid(snapshot, now))
                                        .orElseGet(() -> folded(tx, member, row.seq(), now)));
    }

    private Snapshot folded(Tx tx, String member, long seq, Instant now) {
        var history = histories.load(tx, List.of(member)).get(member);
        var state = Evaluation.fold(history, programme, now);
        return Snapshot.of(state, programme.version(), seq);
    }

    private boolean valid(Snapshot snapshot, Instant now) {
        return snapshot.validAt(now, programme.version());
    }
}
