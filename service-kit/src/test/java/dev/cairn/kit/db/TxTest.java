package dev.cairn.kit.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.kit.KitTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@KitTest
class TxTest {
    private static final String INSERT =
            "INSERT INTO inbox (source, id, handled_at) SELECT ?, *, ? FROM unnest(?::text[])";
    private static final String DELETE = "DELETE FROM inbox WHERE source = ?";

    private final String source = UUID.randomUUID().toString();

    @Inject Database database;

    private void insertLater(Tx tx, String... ids) {
        tx.later(INSERT, source, Instant.EPOCH, ids);
    }

    private List<String> found(Tx tx) {
        return tx.query(
                "SELECT id FROM inbox WHERE source = ? ORDER BY id", row -> row.text("id"), source);
    }

    @Test
    void whatWaitsIsThereForTheNextQuestionAndCostsNoRoundTrip() {
        database.transact(
                tx -> {
                    insertLater(tx, "a", "b");
                    insertLater(tx, "c");

                    assertThat(found(tx)).containsExactly("a", "b", "c");
                    assertThat(tx.roundTrips()).isEqualTo(1);
                });
    }

    @Test
    void whatWaitsIsWrittenBeforeTheCommitAndInItsOrder() {
        database.transact(
                tx -> {
                    insertLater(tx, "a");
                    tx.laterTouching(1, DELETE, source);
                    insertLater(tx, "b");
                });

        assertThat(database.read(this::found)).containsExactly("b");
    }

    /** Rows may hold what people wrote, and messages of failures go to the log. */
    @Test
    void aRefusalOfTheDatabaseTellsNothingOfTheRow() {
        var twice =
                "INSERT INTO inbox (source, id, handled_at) VALUES (?, 'private', ?),"
                        + " (?, 'private', ?)";

        assertThatThrownBy(
                        () ->
                                database.transact(
                                        tx ->
                                                tx.update(
                                                        twice,
                                                        source,
                                                        Instant.EPOCH,
                                                        source,
                                                        Instant.EPOCH)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("inbox_pkey")
                .hasMessageNotContaining("private")
                .hasMessageNotContaining(source);
    }

    @Test
    void theStatementThatIsRunKeepsItsOwnCount() {
        database.transact(
                tx -> {
                    insertLater(tx, "a", "b", "c");

                    assertThat(tx.update(DELETE, source)).isEqualTo(3);
                });
    }

    @Test
    void aWrongNumberOfRowsUndoesEverything() {
        assertThatThrownBy(
                        () ->
                                database.transact(
                                        tx -> {
                                            insertLater(tx, "a");
                                            tx.laterTouching(2, DELETE, source);
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("1 instead of 2 rows");
        assertThat(database.read(this::found)).isEmpty();
    }

    @Test
    void aFailureOfWhatWaitedIsAFailureOfTheTransaction() {
        assertThatThrownBy(() -> database.transact(tx -> insertLater(tx, "a", "a")))
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.sqlState()).isEqualTo("23505"));
        assertThat(database.read(this::found)).isEmpty();
    }
}
