package dev.cairn.devstack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts programs in a session of their own, so that they outlive whoever started them. */
public final class Detached {

    private Detached() {}

    /** Starts the command with its output appended to the log. */
    public static Process start(
            List<String> command, Map<String, String> environment, Path directory, Path log)
            throws IOException {
        Files.createDirectories(log.getParent());
        List<String> whole = new ArrayList<>(ownSession());
        whole.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(whole)
                        .directory(directory.toFile())
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(Detached::belongsToTheCaller);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Settings of the calling build or shell that would change how a child behaves. */
    private static boolean belongsToTheCaller(String variable) {
        return Stream.of("QUARKUS_", "KAFKA_", "CAIRN_", "KC_", "PG", "MAVEN_")
                        .anyMatch(variable::startsWith)
                || variable.equals("JAVA_TOOL_OPTIONS")
                || variable.equals("CLASSPATH");
    }

    private static List<String> ownSession() {
        return Programs.find("setsid").or(() -> Programs.find("nohup")).stream()
                .map(Path::toString)
                .toList();
    }
}
