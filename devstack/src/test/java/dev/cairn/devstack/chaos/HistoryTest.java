package dev.cairn.devstack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    @TempDir private Path folder;

    @Test
    void whatWasAskedAndWhatIsKnownOfItStandLineByLine() throws IOException {
        Path file = folder.resolve("chaos").resolve("history.jsonl");
        try (History history = new History(file)) {
            long number = history.next();
            history.note(number, "invoke", "redeemed", Map.of("member", "m-0001"));
            history.note(number, "unknown", "redeemed", Map.of());
            history.note(number, "resolved", "redeemed", Map.of("answer", "r-1"));
            assertThat(history.count("unknown")).isEqualTo(1);
            assertThat(history.count("ok")).isZero();
        }

        assertThat(Files.readAllLines(file))
                .hasSize(3)
                .first()
                .asString()
                .endsWith(
                        "\"op\":1,\"type\":\"invoke\",\"what\":\"redeemed\",\"member\":\"m-0001\"}");
    }
}
