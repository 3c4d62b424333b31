package dev.cairn.ledger.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueSeedTest {
    @TempDir Path folder;

    @Test
    void readsAFileOnDiskByItsFullPath() throws IOException {
        var file = written("rewards: [{id: tea, title: {en: Tea}, price: 80, stock: 5}]");

        assertThat(CatalogueSeed.read(file).rewards())
                .singleElement()
                .satisfies(
                        item -> {
                            assertThat(item.id()).isEqualTo("tea");
                            assertThat(item.price()).isEqualTo(80);
                            assertThat(item.stock()).isEqualTo(5L);
                        });
    }

    @Test
    void readsTheDemosCatalogueFromTheClassPath() {
        assertThat(CatalogueSeed.read("catalogue/cairn-demo.yaml").rewards()).isNotEmpty();
    }

    @Test
    void namesTheKeyAndTheFileThatCannotBeRead() {
        var absent = folder.resolve("absent.yaml").toString();

        assertThatThrownBy(() -> CatalogueSeed.read(absent))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cairn.catalogue.file cannot be read: " + absent);
        assertThatThrownBy(() -> CatalogueSeed.read("absent.yaml"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cairn.catalogue.file cannot be read: absent.yaml");
    }

    @Test
    void refusesAFieldThatItDoesNotKnow() throws IOException {
        var file = written("rewards: [{id: tea, title: {en: Tea}, prize: 80}]");

        assertThatThrownBy(() -> CatalogueSeed.read(file))
                .hasStackTraceContaining("prize")
                .hasMessageContaining(file);
    }

    private String written(String yaml) throws IOException {
        return Files.writeString(folder.resolve("catalogue.yaml"), yaml).toString();
    }
}
