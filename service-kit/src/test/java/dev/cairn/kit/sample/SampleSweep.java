package dev.cairn.kit.sample;

import dev.cairn.kit.clock.Sweep;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers when it ran. */
@ApplicationScoped
public class SampleSweep implements Sweep {
    private final List<Instant> runs = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public void run(Instant now) {
        runs.add(now);
    }

    public List<Instant> runs() {
        return runs;
    }
}
