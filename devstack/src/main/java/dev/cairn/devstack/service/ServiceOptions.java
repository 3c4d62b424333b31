package dev.cairn.devstack.service;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to run our services.
 *
 * @param repository folder that has {@code rules-service/} and its siblings
 * @param nativeImage whether to run the native executables instead of the jars
 * @param extra further environment variables, such as {@code CAIRN_CLOCK_START}; kept in the state
 *     directory for later starts
 */
public record ServiceOptions(Path repository, boolean nativeImage, Map<String, String> extra) {

    public ServiceOptions {
        extra = Map.copyOf(extra);
    }

    /** The jars of this repository; {@code NATIVE=1} in the environment asks for executables. */
    public static ServiceOptions of(Path repository) {
        return new ServiceOptions(repository, "1".equals(System.getenv("NATIVE")), Map.of());
    }

    public ServiceOptions with(Map<String, String> variables) {
        return new ServiceOptions(repository, nativeImage, variables);
    }
}
