package dev.cairn.devstack.service;

import dev.cairn.devstack.process.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to run our services.
 *
 * @param repository folder that has {@code rules-service/} and its siblings
 * @param nativeImage whether to run the native executables instead of the jars
 * @param extra further environment variables, such as {@code CAIRN_CLOCK_START}; kept in the state
 *     directory for later starts
 * @param jvm what the JVM is told, unless it is a native image
 */
public record ServiceOptions(
        Path repository, boolean nativeImage, Map<String, String> extra, List<String> jvm) {

    private static final List<String> QUICK =
            List.of("-Xmx256m", "-XX:+UseSerialGC", Programs.QUICK_COMPILER);
    private static final List<String> OPTIMISED = List.of("-Xmx512m", "-XX:+UseSerialGC");

    public ServiceOptions {
        extra = Map.copyOf(extra);
        jvm = List.copyOf(jvm);
    }

    /** For a trial: many JVMs that live for minutes. */
    public ServiceOptions(Path repository, boolean nativeImage, Map<String, String> extra) {
        this(repository, nativeImage, extra, QUICK);
    }

    /** The jars of this repository; {@code NATIVE=1} in the environment asks for executables. */
    public static ServiceOptions of(Path repository) {
        return new ServiceOptions(repository, "1".equals(System.getenv("NATIVE")), Map.of());
    }

    public ServiceOptions with(Map<String, String> variables) {
        return new ServiceOptions(repository, nativeImage, variables, jvm);
    }

    /** Compiles well rather than quickly, as in production. */
    public ServiceOptions optimised() {
        return new ServiceOptions(repository, nativeImage, extra, OPTIMISED);
    }
}
