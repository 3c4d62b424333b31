package dev.cairn.notify.unsubscribe;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.notify.consent.Consents.Topic;
import dev.cairn.notify.consent.NoteConsent;
import dev.cairn.notify.suppression.Suppression;
import dev.cairn.notify.suppression.SuppressionStore;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends a kind of message for a member, and for whoever else has the address. */
@ApplicationScoped
public class Unsubscribe {
    private static final String ORIGIN = "unsubscribe";

    private final Database database;
    private final NoteConsent noteConsent;
    private final SuppressionStore suppressions;
    private final CairnClock clock;

    public Unsubscribe(
            Database database,
            NoteConsent noteConsent,
            SuppressionStore suppressions,
            CairnClock clock) {
        this.database = database;
        this.noteConsent = noteConsent;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /** Does what the link says; again changes nothing. */
    public void follow(UnsubscribeToken token) {
        database.transact(
                tx -> {
                    var topic = new Topic(token.purpose(), token.channel());
                    noteConsent.note(tx, token.memberId(), topic, false, ORIGIN, ORIGIN);
                    suppressions.add(
                            tx,
                            token.address(),
                            Suppression.unsubscribed(token.purpose()),
                            token.messageId(),
                            clock.instant());
                });
        Log.infof("unsubscribed: purpose=%s message=%s", token.purpose(), token.messageId());
    }
}
