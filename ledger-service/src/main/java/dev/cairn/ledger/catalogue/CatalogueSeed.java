package dev.cairn.ledger.catalogue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills the catalogue of a new installation from a file. */
@ApplicationScoped
class CatalogueSeed {
    private final Database database;
    private final RewardStore store;
    private final String file;

    CatalogueSeed(
            Database database,
            RewardStore store,
            @ConfigProperty(name = "cairn.catalogue.file") String file) {
        this.database = database;
        this.store = store;
        this.file = file;
    }

    /** The form of the file. */
    record Catalogue(List<Item> rewards) {}

    record Item(String id, RewardDefinition.Title title, long price, Long stock) {
        Reward toReward() {
            return new RewardDefinition(title, price, stock, true).toReward(id);
        }
    }

    void fill(@Observes StartupEvent event) {
        database.transact(this::fillIfEmpty);
    }

    private void fillIfEmpty(Tx tx) {
        if (store.isEmpty(tx)) {
            var rewards = read(file).rewards();
            rewards.forEach(item -> store.put(tx, item.toReward()));
            Log.infof("catalogue filled: file=%s, rewards=%d", file, rewards.size());
        }
    }

    static Catalogue read(String file) {
        try (var yaml = open(file)) {
            return JsonMapper.builder(new YAMLFactory()).build().readValue(yaml, Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cairn.catalogue.file cannot be read: " + file, e);
        }
    }

    /** A full path leads to a file, any other one to the class path. */
    private static InputStream open(String file) throws IOException {
        if (Path.of(file).isAbsolute()) {
            return Files.newInputStream(Path.of(file));
        }
        var yaml = Thread.currentThread().getContextClassLoader().getResourceAsStream(file);
        if (yaml == null) {
            throw new FileNotFoundException("there is no such file on the class path");
        }
        return yaml;
    }
}
