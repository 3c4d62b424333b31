package dev.cairn.ledger.seal;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.expiry.ExpiryConfig;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * Seals every day that is over, one after the other, also those on which nothing happened. The
 * newest hash is logged: whoever keeps the logs elsewhere can tell that seals were replaced.
 */
@ApplicationScoped
class SealDays {
    private static final Instant EVER = Instant.EPOCH;

    private final Database database;
    private final SealStore store;
    private final HashJournal hashJournal;
    private final SealConfig config;
    private final ZoneId zone;

    SealDays(
            Database database,
            SealStore store,
            HashJournal hashJournal,
            SealConfig config,
            ExpiryConfig programme) {
        this.database = database;
        this.store = store;
        this.hashJournal = hashJournal;
        this.config = config;
        this.zone = programme.zone();
    }

    /** The first day that cannot be sealed yet. */
    LocalDate openDay(Instant now) {
        return now.minus(config.after()).atZone(zone).toLocalDate();
    }

    /** Seals the days before this one, unless another replica is at it: then false. */
    boolean before(LocalDate openDay, Instant now) {
        return database.inTransaction(
                tx -> {
                    var mine = store.claim(tx);
                    if (mine) {
                        seal(tx, openDay, now);
                    }
                    return mine;
                });
    }

    private void seal(Tx tx, LocalDate openDay, Instant now) {
        var newest = store.newest(tx);
        var from =
                newest.map(seal -> seal.day().plusDays(1))
                        .or(() -> store.firstDayOfJournal(tx, zone))
                        .orElse(openDay);
        if (!from.isBefore(openDay)) {
            return;
        }
        var first = newest.map(Seal::number).orElse(0L) + 1;
        var since = store.lastSettledDay(tx).map(day -> start(day.plusDays(1))).orElse(EVER);
        var covered = store.cover(tx, from, first, since, start(openDay), zone);
        var hash = newest.map(Seal::hash).orElse(Seal.NOTHING);
        var number = first;
        for (var day = from; day.isBefore(openDay); day = day.plusDays(1)) {
            hash = seal(tx, number, day, hash, covered, now);
            number++;
        }
    }

    private byte[] seal(
            Tx tx,
            long number,
            LocalDate day,
            byte[] previous,
            Map<Long, Long> covered,
            Instant now) {
        var postings = covered.getOrDefault(number, 0L);
        var hashed = hashJournal.under(tx, number, day, previous);
        if (hashed.postings() != postings) {
            throw new IllegalStateException(
                    "seal %d covers %d postings, but %d were read"
                            .formatted(number, postings, hashed.postings()));
        }
        var seal = new Seal(number, day, postings, previous, hashed.hash(), now);
        store.insert(tx, seal);
        tx.afterCommit(
                () ->
                        Log.infof(
                                "day sealed: day=%s postings=%d hash=%s",
                                day, postings, seal.digits()));
        return seal.hash();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
