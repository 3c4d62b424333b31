package dev.cairn.ledger.catalogue;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says when rewards can be had, in the programme's days, and keeps members to their limits. */
@ApplicationScoped
public class Admission {
    private final TakenStore taken;
    private final ZoneId programme;

    Admission(TakenStore taken, @ConfigProperty(name = "cairn.expiry.zone") ZoneId programme) {
        this.taken = taken;
        this.programme = programme;
    }

    /** Why a reward cannot be had now; empty when it can. */
    public Optional<Obstacle> closed(Reward reward, Instant now) {
        return reward.obstacleAt(now, programme);
    }

    /**
     * Why a member cannot have it once more; empty when it can be had. Nobody else gets it for this
     * member before the transaction ends. Called with the account locked.
     */
    public Optional<Obstacle> reached(Tx tx, Reward reward, String memberId, Instant now) {
        if (reward.limit() == null) {
            return Optional.empty();
        }
        taken.lock(tx, memberId, reward.id());
        var since = Map.of(reward.id(), reward.countedSince(now, programme));
        var count = taken.counts(tx, memberId, since).getOrDefault(reward.id(), 0L);
        return reward.obstacleAfter(count, now, programme);
    }
}
