package dev.cairn.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {

    @TempDir private Path folder;

    @Test
    void whoeverWorksInOneFolderDoesNotHoldUpAnother() {
        String other =
                StateLock.holding(
                        folder.resolve("one"),
                        () ->
                                CompletableFuture.supplyAsync(
                                                () ->
                                                        StateLock.holding(
                                                                folder.resolve("two"),
                                                                () -> "done"))
                                        .orTimeout(10, TimeUnit.SECONDS)
                                        .join());

        assertThat(other).isEqualTo("done");
    }

    @Test
    void twoInTheSameFolderTakeTurns() {
        CompletableFuture<String> second =
                StateLock.holding(
                        folder,
                        () -> {
                            CompletableFuture<String> waiting =
                                    CompletableFuture.supplyAsync(
                                            () -> StateLock.holding(folder, () -> "done"));
                            assertThat(waiting).isNotDone();
                            return waiting;
                        });

        assertThat(second.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("done");
    }
}
