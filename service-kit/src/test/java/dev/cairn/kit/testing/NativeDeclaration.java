package dev.cairn.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.cairn.contracts.EventType;
import dev.cairn.kit.nativeimage.OurValues;
import io.quarkus.util.GlobUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a native executable of a service would lack, found in a second instead of after a build.
 * What is needed is read from class files and folders, never from a second list.
 */
public final class NativeDeclaration {
    private static final String INCLUDES = "quarkus.native.resources.includes";
    private static final String ANNOTATIONS = "com.fasterxml.jackson.annotation.";
    private static final List<String> MIGRATIONS = List.of("db/kit/", "db/migration/");

    private final Path classes;
    private final List<Pattern> declared;

    private NativeDeclaration(Path classes) {
        this.classes = classes;
        this.declared =
                Stream.of(settings(classes).getProperty(INCLUDES, "").split(","))
                        .map(glob -> Pattern.compile(GlobUtil.toRegexPattern(glob.strip())))
                        .toList();
    }

    /** The declaration of the service that the given class of its main code belongs to. */
    public static NativeDeclaration of(Class<?> ofTheService) {
        return new NativeDeclaration(home(ofTheService));
    }

    /** Every record, enum and sealed interface of the service, the kit and the contracts. */
    public void opensAllValues(String root) {
        var opened =
                OurValues.in(
                                List.of(classes, home(OurValues.class), home(EventType.class)),
                                NativeDeclaration::load)
                        .stream()
                        .map(Class::getName)
                        .toList();
        var needed =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages(root, "dev.cairn.contracts", "dev.cairn.kit")
                                .stream()
                                .filter(type -> !type.isAnonymousClass() && !isOfTests(type))
                                .filter(NativeDeclaration::mayBeJson)
                                .map(type -> type.getName())
                                .toList();
        assertThat(needed).isNotEmpty();
        assertThat(opened).containsAll(needed);
    }

    /** Every file beside the classes, but for migrations (Flyway's extension adds those). */
    public void includesAllFiles() {
        assertThat(files(classes).filter(file -> !isKnownToQuarkus(file)).filter(this::isMissing))
                .as("not matched by " + INCLUDES)
                .isEmpty();
    }

    /** Every file of these folders in the library that the given class comes from. */
    public void includesFilesOf(Class<?> ofTheLibrary, String folder) {
        try (FileSystem jar = FileSystems.newFileSystem(home(ofTheLibrary))) {
            var files = files(jar.getPath("/")).filter(file -> file.startsWith(folder)).toList();
            assertThat(files).isNotEmpty();
            assertThat(files.stream().filter(this::isMissing))
                    .as("not matched by " + INCLUDES)
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kit's helpers for tests come in a jar of their own, which no path gives away. */
    private static boolean isOfTests(JavaClass type) {
        return type.getPackageName().equals(NativeDeclaration.class.getPackageName());
    }

    /** Asked of the byte code, not of the rule that is checked. */
    private static boolean mayBeJson(JavaClass type) {
        return type.isRecord()
                || type.isEnum()
                || Stream.concat(
                                type.getAnnotations().stream(),
                                type.getMembers().stream()
                                        .flatMap(member -> member.getAnnotations().stream()))
                        .anyMatch(a -> a.getRawType().getName().startsWith(ANNOTATIONS));
    }

    private boolean isMissing(String file) {
        return declared.stream().noneMatch(pattern -> pattern.matcher(file).matches());
    }

    private static boolean isKnownToQuarkus(String file) {
        return file.equals("application.properties")
                || file.startsWith("META-INF/")
                || MIGRATIONS.stream().anyMatch(file::startsWith);
    }

    private static Stream<String> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(file -> !file.endsWith(".class"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties settings(Path classes) {
        var settings = new Properties();
        try (var file = Files.newInputStream(classes.resolve("application.properties"))) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, NativeDeclaration.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
