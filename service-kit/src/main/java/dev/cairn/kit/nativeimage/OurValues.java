package dev.cairn.kit.nativeimage;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Our records, enums, sealed interfaces, and what carries Jackson's annotations: whatever may
 * become JSON or come from it. All of them count, as events, requests, stored state and files are
 * bound by reflection in many places, and a record too many costs a few hundred bytes.
 */
public final class OurValues {
    private static final String ROOT = "dev/cairn";
    private static final String BUILD_ONLY = "dev/cairn/kit/nativeimage/";
    private static final String CLASS = ".class";

    private OurValues() {}

    /**
     * The values on a class path.
     *
     * @param find gives the class of a name, without running its static code
     */
    public static List<Class<?>> in(
            List<Path> classPath, Function<String, ? extends Class<?>> find) {
        return classPath.stream()
                .flatMap(entry -> classNames(entry).stream())
                .distinct()
                .<Class<?>>map(find)
                .filter(OurValues::isValue)
                .toList();
    }

    private static boolean isValue(Class<?> type) {
        return type.isRecord() || type.isEnum() || type.isSealed() || speaksJackson(type);
    }

    private static boolean speaksJackson(Class<?> type) {
        return Stream.<AnnotatedElement[]>of(
                        new AnnotatedElement[] {type},
                        type.getDeclaredConstructors(),
                        type.getDeclaredMethods(),
                        type.getDeclaredFields())
                .flatMap(Stream::of)
                .flatMap(element -> Stream.of(element.getAnnotations()))
                .anyMatch(a -> a.annotationType().isAnnotationPresent(JacksonAnnotation.class));
    }

    private static List<String> classNames(Path entry) {
        if (Files.isDirectory(entry)) {
            return classNamesBelow(entry);
        }
        if (!entry.toString().endsWith(".jar") || !Files.exists(entry)) {
            return List.of();
        }
        try (FileSystem jar = FileSystems.newFileSystem(entry)) {
            return classNamesBelow(jar.getPath("/"));
        } catch (IOException e) {
            throw new UncheckedIOException("not a readable jar: " + entry, e);
        }
    }

    private static List<String> classNamesBelow(Path folder) {
        if (!Files.isDirectory(folder.resolve(ROOT))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.resolve(ROOT))) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(file -> file.endsWith(CLASS) && !file.endsWith("-info.class"))
                    .filter(file -> !file.startsWith(BUILD_ONLY))
                    .map(file -> file.substring(0, file.length() - CLASS.length()))
                    .map(file -> file.replace('/', '.'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be listed: " + folder, e);
        }
    }
}
