package dev.cairn.devstack.console;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import dev.cairn.devstack.Mode;
import dev.cairn.devstack.Repository;
import dev.cairn.devstack.process.Progress;
import dev.cairn.devstack.service.ServiceOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A command line: a command, its words, and options of the form {@code --name value}.
 *
 * @param command first word; {@code help} when there is none
 */
public record Arguments(String command, List<String> words, Map<String, String> options) {

    public static Arguments parse(String... args) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new TreeMap<>();
        for (int index = 0; index < args.length; index++) {
            if (!args[index].startsWith("--")) {
                words.add(args[index]);
            } else if (index + 1 < args.length) {
                options.put(args[index].substring(2), args[++index]);
            } else {
                throw new IllegalArgumentException(args[index] + " needs a value.");
            }
        }
        String command = words.isEmpty() ? "help" : words.removeFirst();
        return new Arguments(command, List.copyOf(words), options);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
    }

    public Path repository() {
        return option("repository")
                .map(Path::of)
                .map(path -> path.toAbsolutePath().normalize())
                .orElseGet(() -> Repository.around(Path.of("")));
    }

    public Path state() {
        return option("state").map(Path::of).orElseGet(() -> repository().resolve(".cairn"));
    }

    public Devstack devstack(Progress progress) {
        return Devstack.at(state(), Mode.DURABLE, progress, ServiceOptions.of(repository()));
    }

    /** The components that are named; all when none is. */
    Set<Component> components() {
        return words.isEmpty()
                ? new TreeSet<>(List.of(Component.values()))
                : words.stream()
                        .map(Component::named)
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
