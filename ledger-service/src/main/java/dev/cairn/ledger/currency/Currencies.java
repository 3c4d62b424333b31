package dev.cairn.ledger.currency;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The currencies that there are; read once, at the start, which fails if the file is wrong. */
@Startup
@ApplicationScoped
public class Currencies {
    /** What an answer may repeat. */
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,32}");

    private final Map<String, Currency> byId = new LinkedHashMap<>();
    private final List<Conversion> conversions;
    private final ZoneId zone;

    Currencies(
            @ConfigProperty(name = "cairn.currencies.file") String name,
            @ConfigProperty(name = "cairn.expiry.zone") ZoneId zone) {
        if (!CurrencyChecks.isRegion(zone)) {
            throw new IllegalStateException(
                    "cairn.expiry.zone: must be a region such as Europe/London, not " + zone);
        }
        var file = CurrenciesFile.read(name);
        file.currencies().forEach(currency -> byId.put(currency.id(), currency.orIn(zone)));
        this.conversions = file.conversions();
        this.zone = zone;
    }

    public Optional<Currency> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The currency of this name.
     *
     * @throws Problem if there is none
     */
    public Currency require(String id) {
        if (!PRINTABLE.matcher(id).matches()) {
            throw Problem.of(KitProblem.INVALID_REQUEST, "A currency has 1 to 32 visible letters.")
                    .with("field", "currency");
        }
        return find(id).orElseThrow(
                        () ->
                                Problem.of(
                                                LedgerProblem.CURRENCY_UNKNOWN,
                                                "There is no such point currency.")
                                        .with("currency", id)
                                        .with("known", byId.keySet()));
    }

    /**
     * The rules for what was promised in a currency; the defaults if it has left the file since, so
     * that whatever is open can still be ended.
     */
    public Currency rulesOf(String id) {
        return find(id).orElseGet(() -> Currency.named(id).orIn(zone));
    }

    public Collection<Currency> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Conversion> conversion(String from, String to) {
        return conversions.stream()
                .filter(c -> c.from().equals(from) && c.to().equals(to))
                .findFirst();
    }
}
