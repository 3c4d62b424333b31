package dev.cairn.ledger.expiry;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.ExpiryModel;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Finds currencies whose fixed last days run out: what comes after the last of them never expires,
 * and that should not happen unnoticed.
 */
@ApplicationScoped
class EndingCalendars {
    private final Currencies currencies;
    private final ExpiryConfig config;
    private final CairnClock clock;

    EndingCalendars(Currencies currencies, ExpiryConfig config, CairnClock clock) {
        this.currencies = currencies;
        this.config = config;
        this.clock = clock;
    }

    void warn(@Observes StartupEvent start) {
        for (var currency : now()) {
            Log.warnf(
                    "currencies[%s].expiry.dates: add days before the last of them is over;"
                            + " points that come later never run out",
                    currency.id());
        }
    }

    /** Those that need new days now. */
    List<Currency> now() {
        return among(currencies.all(), clock.instant(), config.calendarsNeededBefore());
    }

    /** Those whose last day is over, or will be so soon. */
    static List<Currency> among(Collection<Currency> all, Instant now, Duration ahead) {
        return all.stream()
                .filter(
                        currency ->
                                currency.expiry() instanceof ExpiryModel.Calendar calendar
                                        && calendar.last()
                                                .isBefore(
                                                        now.plus(ahead)
                                                                .atZone(currency.zone())
                                                                .toLocalDate()))
                .toList();
    }
}
