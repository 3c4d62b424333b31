package dev.cairn.ledger.catalogue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.currency.Currencies;
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
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills the catalogue of a new installation from a file. */
@ApplicationScoped
class CatalogueSeed {
    private final Database database;
    private final RewardStore store;
    private final Currencies currencies;
    private final String file;

    CatalogueSeed(
            Database database,
            RewardStore store,
            Currencies currencies,
            @ConfigProperty(name = "cairn.catalogue.file") String file) {
        this.database = database;
        this.store = store;
        this.currencies = currencies;
        this.file = file;
    }

    /** The form of the file: what PUT takes, each with its id. */
    record Catalogue(List<Item> rewards) {}

    record Item(
            String id,
            RewardType type,
            Map<String, String> title,
            Map<String, String> description,
            List<String> images,
            Long price,
            List<Price> prices,
            Payment payment,
            Long stock,
            MemberLimit limit,
            Validity validity,
            AutoRedeem autoRedeem,
            Boolean active) {
        RewardDefinition definition() {
            return new RewardDefinition(
                    type,
                    title,
                    description,
                    images,
                    price,
                    prices,
                    payment,
                    stock,
                    limit,
                    validity,
                    autoRedeem,
                    active);
        }
    }

    void fill(@Observes StartupEvent event) {
        database.transact(this::fillIfEmpty);
    }

    private void fillIfEmpty(Tx tx) {
        if (store.isEmpty(tx)) {
            var items = read(file).rewards();
            var complaints = complaints(items, id -> currencies.find(id).isPresent());
            if (!complaints.isEmpty()) {
                throw new IllegalStateException(file + ": " + String.join("; ", complaints));
            }
            items.forEach(item -> store.put(tx, item.definition().toReward(item.id())));
            Log.infof("catalogue filled: file=%s, rewards=%d", file, items.size());
        }
    }

    /** All that is wrong with the file's rewards, each with its place. */
    static List<String> complaints(List<Item> items, Predicate<String> knownCurrency) {
        return items.stream()
                .flatMap(
                        item ->
                                RewardChecks.complaints(item.definition(), knownCurrency).stream()
                                        .map(
                                                c ->
                                                        "rewards[%s].%s: %s"
                                                                .formatted(
                                                                        item.id(),
                                                                        c.field(),
                                                                        c.message())))
                .toList();
    }

    static Catalogue read(String file) {
        try (var yaml = open(file)) {
            return JsonMapper.builder(new YAMLFactory())
                    .addModule(new JavaTimeModule())
                    .build()
                    .readValue(yaml, Catalogue.class);
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
