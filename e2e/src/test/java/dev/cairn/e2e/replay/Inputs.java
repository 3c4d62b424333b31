package dev.cairn.e2e.replay;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the purchase files are. */
final class Inputs {

    private Inputs() {}

    static Path synthetic() {
        return resource("small-shop.csv");
    }

    static Path syntheticExpectation() {
        return resource("small-shop-members.csv");
    }

    /** A file beside the checkout; it may be absent. */
    static Path shared(String name) {
        return repository().resolveSibling("shared").resolve("data").resolve(name);
    }

    static Path repository() {
        return Path.of(System.getProperty("cairn.repository", "..")).toAbsolutePath().normalize();
    }

    private static Path resource(String name) {
        try {
            return Path.of(Inputs.class.getResource("/replay/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a file: " + name, e);
        }
    }
}
