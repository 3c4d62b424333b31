package dev.cairn.rules.programme;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which programme is in force. */
@ConfigMapping(prefix = "cairn.programme")
public interface ProgrammeConfig {

    /** The programme file. Without one, the demo programme is in force. */
    Optional<Path> file();
}
