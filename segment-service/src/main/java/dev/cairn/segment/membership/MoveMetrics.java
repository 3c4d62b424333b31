package dev.cairn.segment.membership;

import dev.cairn.segment.membership.Move.Direction;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Counts evaluations and moves, once they are committed. */
@Startup
@ApplicationScoped
public class MoveMetrics {
    static final String MOVES = "cairn_segment_moves";
    static final String EVALUATIONS = "cairn_segment_evaluations";

    private final MeterRegistry registry;

    /** All series are there from the start, at zero. */
    public MoveMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (var cause : MoveCause.values()) {
            evaluations(cause);
            for (var direction : Direction.values()) {
                moves(direction, cause);
            }
        }
    }

    /** Members were evaluated, each for one cause. */
    void evaluated(List<MoveCause> causes) {
        causes.forEach(cause -> evaluations(cause).increment());
    }

    void moved(List<Move> moves) {
        moves.forEach(move -> moves(move.direction(), move.cause()).increment());
    }

    private Counter evaluations(MoveCause cause) {
        return Counter.builder(EVALUATIONS)
                .description("Members that were evaluated against all segments, by what led to it")
                .tag("cause", cause.label())
                .register(registry);
    }

    private Counter moves(Direction direction, MoveCause cause) {
        return Counter.builder(MOVES)
                .description("Members that entered or left a segment, by what moved them")
                .tag("direction", direction.name().toLowerCase(Locale.ROOT))
                .tag("cause", cause.label())
                .register(registry);
    }
}
