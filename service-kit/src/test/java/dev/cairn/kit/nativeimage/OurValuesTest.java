package dev.cairn.kit.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.EventType;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.problem.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.graalvm.nativeimage.hosted.Feature;
import org.junit.jupiter.api.Test;

class OurValuesTest {
    private static final String DECLARATION =
            "META-INF/native-image/dev.cairn/service-kit/native-image.properties";

    @Test
    void everyEventAndWhatItIsMadeOfIsOpen() throws Exception {
        var opened = OurValues.in(List.of(home(EventType.class)), OurValuesTest::load);

        assertThat(opened).containsAll(withMembers(Event.class));
        assertThat(opened)
                .containsAll(Stream.of(EventType.values()).map(EventType::eventClass).toList());
    }

    @Test
    void valuesAreFoundInFoldersAndOtherClassesAreNot() throws Exception {
        assertThat(OurValues.in(List.of(home(OurValues.class)), OurValuesTest::load))
                .contains(Answer.class)
                .doesNotContain(Problem.class);
    }

    @Test
    void theBuildIsToldToUseTheRule() throws IOException, ClassNotFoundException {
        var declared = new Properties();
        try (var file = OurValuesTest.class.getClassLoader().getResourceAsStream(DECLARATION)) {
            declared.load(file);
        }

        assertThat(declared.getProperty("Args"))
                .isEqualTo("--features=" + OpenOurValues.class.getName());
        assertThat(Feature.class).isAssignableFrom(OpenOurValues.class);
    }

    /** A sealed type, what it permits, and the types of our own in their components. */
    private static List<Class<?>> withMembers(Class<?> type) {
        var found = new ArrayList<Class<?>>(List.of(type));
        for (int i = 0; i < found.size(); i++) {
            var next = found.get(i);
            var more = new ArrayList<Class<?>>();
            if (next.isSealed()) {
                more.addAll(Arrays.asList(next.getPermittedSubclasses()));
            }
            if (next.isRecord()) {
                Stream.of(next.getRecordComponents()).forEach(part -> more.add(part.getType()));
            }
            more.stream()
                    .filter(each -> each.getName().startsWith("dev.cairn."))
                    .filter(each -> !found.contains(each))
                    .forEach(found::add);
        }
        return found;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, OurValuesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
