package dev.cairn.segment.definition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** Where the segments come from. */
@ConfigMapping(prefix = "cairn.segments")
public interface SegmentConfig {
    /**
     * The segment file, YAML or JSON: a path on disk, or a class path location after {@code
     * classpath:}.
     */
    @WithDefault("classpath:segments/cairn-demo.yaml")
    String file();

    /** The zone of members whose profile is not known yet: the programme's. */
    @WithDefault("Europe/London")
    ZoneId zone();

    /** The point currency that {@code pointsBalance} means: the programme's main one. */
    @WithDefault("points")
    String currency();
}
