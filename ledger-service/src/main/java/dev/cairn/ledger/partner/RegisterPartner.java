package dev.cairn.ledger.partner;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.currency.Currencies;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes a partner on, or changes what may be changed about one. */
@ApplicationScoped
class RegisterPartner {
    private final PartnerStore store;
    private final Currencies currencies;
    private final CairnClock clock;

    RegisterPartner(PartnerStore store, Currencies currencies, CairnClock clock) {
        this.store = store;
        this.currencies = currencies;
        this.clock = clock;
    }

    /**
     * A partner as it is afterwards.
     *
     * @param created whether it was not there before
     */
    record Registered(Partner partner, boolean created) {}

    /**
     * Adds the partner or changes it.
     *
     * @throws Problem if something was to be changed that others rely on
     */
    Registered register(Tx tx, String id, PartnerDefinition definition) {
        store.lock(tx, id);
        var wanted = definition.toPartner(id, clock.instant());
        currencies.require(wanted.currency());
        require(
                isMoney(wanted.moneyCurrency()),
                "moneyCurrency",
                "moneyCurrency is not an ISO 4217 code.");
        var versions = new HashSet<String>();
        require(
                wanted.rates().stream().allMatch(rate -> versions.add(rate.version())),
                "rates",
                "rates has a version twice.");
        var owner = store.ofClient(tx, wanted.client());
        require(
                owner.isEmpty() || owner.get().id().equals(id),
                "client",
                "client acts for another partner.");
        var known = store.find(tx, id);
        if (known.isEmpty()) {
            store.insert(tx, wanted);
        } else {
            same(known.get(), wanted);
            store.update(tx, wanted);
        }
        addRates(tx, known, wanted);
        return new Registered(store.find(tx, id).orElseThrow(), known.isEmpty());
    }

    private static void same(Partner known, Partner wanted) {
        require(
                known.currency().equals(wanted.currency()),
                "currency",
                "currency cannot be changed; take on another partner.");
        require(
                known.moneyCurrency().equals(wanted.moneyCurrency()),
                "moneyCurrency",
                "moneyCurrency cannot be changed; take on another partner.");
    }

    private void addRates(Tx tx, Optional<Partner> known, Partner wanted) {
        var old =
                known.stream()
                        .flatMap(partner -> partner.rates().stream())
                        .collect(Collectors.toMap(Rate::version, rate -> rate));
        for (var rate : wanted.rates()) {
            require(
                    rate.equals(old.getOrDefault(rate.version(), rate)),
                    "rates",
                    "rates: " + rate.version() + " cannot be changed; add a later one.");
        }
        store.add(
                tx,
                wanted.id(),
                wanted.rates().stream().filter(rate -> !old.containsKey(rate.version())).toList());
    }

    private static boolean isMoney(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private static void require(boolean holds, String field, String complaint) {
        if (!holds) {
            throw Problem.of(KitProblem.INVALID_REQUEST, complaint).with("field", field);
        }
    }
}
