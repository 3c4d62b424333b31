package dev.cairn.kit.probe;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Where every service begins: as a probe of others, or as the service. */
@QuarkusMain
public final class CairnMain {
    private CairnMain() {}

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("probe")) {
            var checks = List.of(arguments).subList(1, arguments.length);
            System.exit(Probe.run(checks, System.out::println));
        }
        Quarkus.run(arguments);
    }
}
