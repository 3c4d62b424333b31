package dev.cairn.ledger.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.ledger.Documents;
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
    void theExampleOfTheDocumentsIsRight() throws IOException {
        var items =
                CatalogueSeed.read(written(Documents.example("programme/rewards.md", "yaml")))
                        .rewards();

        assertThat(items).hasSize(3);
        assertThat(CatalogueSeed.complaints(items, id -> true)).isEmpty();
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

    @Test
    void namesIdsThatNoPathCanHaveAndThoseThatAreThereTwice() throws IOException {
        var file =
                written(
                        """
                        rewards:
                          - {id: tea, title: {en: Tea}, price: 80}
                          - {id: tea, title: {en: Tea}, price: 90}
                          - {id: Green Tea, title: {en: Tea}, price: 80}
                          - {title: {en: Tea}, price: 80}
                        """);

        assertThat(CatalogueSeed.complaints(CatalogueSeed.read(file).rewards(), id -> true))
                .containsExactly(
                        "rewards[tea].id: must not be there twice",
                        "rewards[Green Tea].id: must match [a-z0-9][a-z0-9-]{0,63}",
                        "rewards[null].id: must match [a-z0-9][a-z0-9-]{0,63}");
    }

    private String written(String yaml) throws IOException {
        return Files.writeString(folder.resolve("catalogue.yaml"), yaml).toString();
    }
}
