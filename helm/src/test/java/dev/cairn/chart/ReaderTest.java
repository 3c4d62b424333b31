package dev.cairn.chart;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The two readers find what an API server would refuse. */
class ReaderTest {
    private static final String JOB =
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: x}
            spec:
              template:
                spec:
                  containers:
                    - name: a
                      image: a:1
                      resources: {requests: {memory: 1Mi}}
            """;

    @Test
    void bothAcceptWhatIsRight() {
        assertThatCode(() -> FabricReader.read(changed("", ""))).doesNotThrowAnyException();
        assertThatCode(() -> ClientReader.read(changed("", ""))).doesNotThrowAnyException();
    }

    @Test
    void anUnknownFieldIsFound() {
        var typo = changed("resources:", "resuorces:");

        assertThatThrownBy(() -> FabricReader.read(typo)).hasMessageContaining("resuorces");
    }

    @Test
    void aWrongTypeIsFound() {
        var number = changed("name: a", "name: 5");

        assertThatThrownBy(() -> FabricReader.read(number)).hasMessageContaining("Integer");
    }

    @Test
    void aMissingFieldIsFound() {
        var nameless = changed("- name: a\n", "- tty: true\n");

        assertThatThrownBy(() -> ClientReader.read(nameless)).hasMessageContaining("name");
    }

    @Test
    void aNonsensicalQuantityIsFound() {
        var wrong = changed("1Mi", "1Megabyte");

        assertThatThrownBy(() -> ClientReader.read(wrong)).hasMessageContaining("Job/x");
    }

    @Test
    void anOldVersionIsFound() {
        var old = changed("batch/v1", "batch/v1beta1");

        assertThatThrownBy(() -> ClientReader.read(old)).hasMessageContaining("batch/v1beta1");
        assertThatThrownBy(() -> FabricReader.read(old)).hasMessageContaining("batch/v1");
    }

    @Test
    void aKeyThatStandsTwiceIsFound() {
        assertThatThrownBy(() -> changed("metadata: {name: x}", "metadata: {name: x, name: y}"))
                .hasMessageContaining("name");
    }

    private static JsonNode changed(String from, String to) {
        return Yaml.tree(JOB.replace(from, to));
    }
}
