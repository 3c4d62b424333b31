package dev.cairn.devstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the checkout that we work in. */
public final class Repository {

    private Repository() {}

    /** The nearest folder above that has this module in it; otherwise the folder itself. */
    public static Path around(Path folder) {
        Path start = folder.toAbsolutePath().normalize();
        for (Path above = start; above != null; above = above.getParent()) {
            if (Files.exists(above.resolve("devstack").resolve("pom.xml"))) {
                return above;
            }
        }
        return Optional.ofNullable(start.getParent()).orElse(start);
    }
}
