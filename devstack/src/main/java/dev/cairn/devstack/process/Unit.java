package dev.cairn.devstack.process;

import dev.cairn.devstack.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One program that devstack looks after: how to prepare, start, recognise and end it. */
public interface Unit {

    Component component();

    /** Names of the ports that it listens on; the first is the one that users connect to. */
    List<String> ports();

    /** File name of the program that runs in the end. */
    String program();

    /** Makes ready whatever the start needs; does nothing when it is there already. */
    default void prepare() throws IOException {}

    List<String> command();

    default Map<String, String> environment() {
        return Map.of();
    }

    /** Folder that holds all data of the program. */
    Path home();

    /** Where users reach it. */
    String address();

    /** Whether it does its work now. */
    boolean isHealthy(Child child);

    /** Called once after a start, when the program is healthy. */
    default void becameHealthy() throws IOException {}

    /** How long a start may take on a slow machine. */
    default Duration patience() {
        return Duration.ofSeconds(60);
    }

    /** Asks the program to end in an orderly way. */
    default void askToStop(ProcessHandle process) {
        process.destroy();
    }
}
