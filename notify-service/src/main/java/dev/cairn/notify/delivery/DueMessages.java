package dev.cairn.notify.delivery;

import dev.cairn.kit.clock.Backlog;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts messages that could be decided or are being handed over now. */
@ApplicationScoped
public class DueMessages implements Backlog {
    private final Database database;
    private final MessageStore messages;
    private final CairnClock clock;

    public DueMessages(Database database, MessageStore messages, CairnClock clock) {
        this.database = database;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public long pending() {
        var now = clock.instant();
        return database.read(tx -> messages.due(tx, now));
    }
}
