package dev.cairn.devstack.replay;

import dev.cairn.devstack.console.Arguments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What to replay, and where.
 *
 * @param state folder of the platform; each format and seed has its own unless one is named
 * @param output folder of {@code members.csv} and {@code report.json}
 * @param fresh whether to forget what an earlier replay left in that state
 */
public record ReplayOptions(
        Path file, Format format, OptionalLong shuffle, Path state, Path output, boolean fresh) {

    /**
     * Words are FILE and FORMAT; {@code --shuffle}, {@code --state}, {@code --fresh} are options.
     */
    static ReplayOptions of(Arguments arguments) {
        if (arguments.words().isEmpty() || arguments.words().getFirst().isBlank()) {
            throw new IllegalArgumentException(
                    "Say which file: make replay FILE=… [FORMAT=online-retail|cdnow] [SHUFFLE=seed].");
        }
        Path file = Path.of(arguments.words().getFirst());
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("There is no file " + file + " to replay.");
        }
        Format format =
                Format.named(
                        arguments.words().size() > 1 ? arguments.words().get(1) : "online-retail");
        OptionalLong shuffle =
                arguments.option("shuffle").stream().mapToLong(Long::parseLong).findFirst();
        String name = format.label() + (shuffle.isPresent() ? "-" + shuffle.getAsLong() : "");
        Path repository = arguments.repository();
        return new ReplayOptions(
                file,
                format,
                shuffle,
                arguments
                        .option("state")
                        .map(Path::of)
                        .orElse(repository.resolve(".cairn").resolve("replay").resolve(name)),
                arguments
                        .option("output")
                        .map(Path::of)
                        .orElse(repository.resolve("target").resolve("replay")),
                arguments.option("fresh").isPresent() || System.getenv("FRESH") != null);
    }
}
