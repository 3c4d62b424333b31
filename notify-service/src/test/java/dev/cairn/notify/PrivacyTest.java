package dev.cairn.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.Topics;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TopicReader;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@NotifyTest
class PrivacyTest {
    private static final String DOMAIN = "mail.example.org";

    @Inject Stage stage;
    @Inject Mailbox mailbox;
    @Inject Database database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    @Test
    void addressIsNowhereButInTheMail() {
        var logs = new CopyOnWriteArrayList<String>();
        var ears = ears(logs);
        Logger.getLogger("").addHandler(ears);
        stage.at("12:00");
        var member = stage.reachable("en");
        stage.publish(stage.milestone(member, 3));
        stage.awaitOutcome(member, "milestone-reached", "sent");
        var events = TopicReader.read(bootstrap, Topics.MESSAGES, member, 4);
        Logger.getLogger("").removeHandler(ears);

        assertThat(mailbox.raw(member).toLowerCase(Locale.ROOT)).contains("@" + DOMAIN);
        assertThat(events)
                .allSatisfy(
                        event ->
                                assertThat(new String(event.value(), StandardCharsets.UTF_8))
                                        .contains(member)
                                        .doesNotContainIgnoringCase(DOMAIN));
        assertThat(logs).noneMatch(line -> line.toLowerCase(Locale.ROOT).contains(DOMAIN));
        assertThat(tablesThatContain(DOMAIN)).isEmpty();
    }

    private List<String> tablesThatContain(String text) {
        return database.read(
                tx ->
                        tx
                                .query(
                                        """
                                        SELECT tablename FROM pg_tables
                                        WHERE schemaname = 'public'
                                          AND tablename NOT LIKE 'flyway%'
                                        """,
                                        row -> row.text("tablename"))
                                .stream()
                                .filter(
                                        table ->
                                                tx.first(
                                                                "SELECT 1 AS found FROM "
                                                                        + table
                                                                        + " t WHERE t::text ILIKE ?",
                                                                row -> row.intValue("found"),
                                                                "%" + text + "%")
                                                        .isPresent())
                                .toList());
    }

    private static Handler ears(List<String> logs) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                var parameters = record.getParameters();
                logs.add(
                        record.getMessage()
                                + " "
                                + (parameters == null ? "" : List.of(parameters)));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
