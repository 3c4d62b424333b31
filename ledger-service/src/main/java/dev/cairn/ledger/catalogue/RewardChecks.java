package dev.cairn.ledger.catalogue;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Says all that is wrong with the definition of a reward, each with its field. */
final class RewardChecks {
    private static final long MOST_POINTS = 1_000_000_000_000L;
    private static final long MOST_STOCK = 1_000_000_000L;

    /** So that no rate times no amount leaves the range of a long. */
    private static final long MOST_IN_RATE = 1_000_000L;

    private final Predicate<String> knownCurrency;
    private final List<Complaint> complaints = new ArrayList<>();

    private RewardChecks(Predicate<String> knownCurrency) {
        this.knownCurrency = knownCurrency;
    }

    /** What is wrong, and where. */
    record Complaint(String field, String message) {}

    /** All complaints; an empty list when the reward can be offered. */
    static List<Complaint> complaints(RewardDefinition it, Predicate<String> knownCurrency) {
        var checks = new RewardChecks(knownCurrency);
        checks.require(it.title() != null, "title", "is missing");
        checks.texts("title", it.title(), 120);
        checks.texts("description", it.description(), 2000);
        checks.images(it.images());
        checks.whatItCosts(it);
        checks.range("stock", it.stock(), 0, MOST_STOCK);
        checks.require(
                it.stock() == null || it.type() != RewardType.VOUCHER_CODE,
                "stock",
                "is what the pool of codes has");
        if (it.limit() != null) {
            checks.require(it.limit().per() != null, "limit.per", "is missing");
            checks.require(it.limit().limit() != null, "limit.limit", "is missing");
            var most = it.limit().limit();
            checks.range("limit.limit", most == null ? null : (long) most, 1, MOST_STOCK);
        }
        if (it.autoRedeem() != null) {
            checks.autoRedeem(it.autoRedeem());
        }
        return checks.complaints;
    }

    /**
     * Refuses a definition with which something is wrong.
     *
     * @throws Problem with all complaints
     */
    static void check(RewardDefinition definition, Predicate<String> knownCurrency) {
        var complaints = complaints(definition, knownCurrency);
        if (!complaints.isEmpty()) {
            throw Problem.of(KitProblem.INVALID_REQUEST, "See errors for each field.")
                    .with("errors", complaints);
        }
    }

    private void texts(String field, Map<String, String> texts, int longest) {
        if (texts == null) {
            return;
        }
        require(texts.containsKey("en"), field + ".en", "is missing");
        texts.forEach(
                (tag, text) -> {
                    var at = field + "." + tag;
                    require(languageTag(tag), at, "is no language tag (BCP 47)");
                    var good = text != null && !text.isBlank() && text.length() <= longest;
                    require(good, at, "must have 1 to " + longest + " characters");
                });
    }

    private void images(List<String> images) {
        if (images == null) {
            return;
        }
        require(images.size() <= 10, "images", "must not be more than 10");
        for (var i = 0; i < images.size(); i++) {
            require(address(images.get(i)), "images[" + i + "]", "must be a whole https address");
        }
    }

    private void whatItCosts(RewardDefinition it) {
        var payment = it.type() == RewardType.POINTS_PAYMENT;
        var ways = (it.price() == null ? 0 : 1) + (it.prices() == null ? 0 : 1);
        if (payment) {
            require(ways == 0, it.price() == null ? "prices" : "price", "a payment has rates only");
            require(it.payment() != null, "payment", "is missing");
        } else {
            require(it.payment() == null, "payment", "is for the type points-payment only");
            require(ways > 0, "price", "is missing");
            require(ways < 2, "prices", "cannot be there together with price");
        }
        range("price", it.price(), 1, MOST_POINTS);
        if (it.price() != null) {
            currency("price", Price.of(it.price()).currency());
        }
        if (it.prices() != null) {
            prices(it.prices());
        }
        if (it.payment() != null) {
            payment(it.payment());
        }
    }

    private void prices(List<Price> prices) {
        require(!prices.isEmpty() && prices.size() <= 10, "prices", "must be 1 to 10");
        var closed = new HashSet<String>();
        for (var i = 0; i < prices.size(); i++) {
            var price = prices.get(i);
            var at = "prices[" + i + "]";
            if (price == null) {
                require(false, at, "is missing");
                continue;
            }
            require(price.points() != null, at + ".points", "is missing");
            range(at + ".points", price.points(), 1, MOST_POINTS);
            currency(at + ".currency", price.currency());
            names(at + ".tiers", price.tiers());
            names(at + ".segments", price.segments());
            var reached = !closed.contains(price.currency());
            require(reached, at, "is never reached: one before it is for everybody");
            if (price.forEverybody()) {
                closed.add(price.currency());
            }
        }
    }

    private void autoRedeem(AutoRedeem it) {
        require(it.threshold() != null, "autoRedeem.threshold", "is missing");
        range("autoRedeem.threshold", it.threshold(), 1, MOST_POINTS);
        range("autoRedeem.mostPerDay", (long) it.mostPerDay(), 1, AutoRedeem.MOST_PER_DAY);
    }

    private void names(String field, List<String> names) {
        require(names.size() <= 20, field, "must not be more than 20");
        var good = names.stream().allMatch(name -> !name.isBlank() && name.length() <= 64);
        require(good, field, "must have 1 to 64 characters each");
    }

    private void payment(Payment payment) {
        currency("payment.currency", payment.currency());
        require(money(payment.money()), "payment.money", "is no ISO 4217 code");
        require(!payment.rates().isEmpty(), "payment.rates", "are missing");
        var versions = new HashSet<String>();
        var beginnings = new HashSet<java.time.Instant>();
        for (var i = 0; i < payment.rates().size(); i++) {
            var rate = payment.rates().get(i);
            var at = "payment.rates[" + i + "]";
            var named = rate.version() != null && rate.version().matches("[A-Za-z0-9._-]{1,32}");
            require(named, at + ".version", "must have 1 to 32 letters, digits, dots, hyphens");
            require(versions.add(rate.version()), at + ".version", "is there twice");
            require(rate.since() != null, at + ".since", "is missing");
            require(beginnings.add(rate.since()), at + ".since", "is there twice");
            require(rate.points() != null, at + ".points", "is missing");
            range(at + ".points", rate.points(), 1, MOST_IN_RATE);
            require(rate.minor() != null, at + ".minor", "is missing");
            range(at + ".minor", rate.minor(), 1, MOST_IN_RATE);
        }
    }

    private void currency(String field, String currency) {
        require(knownCurrency.test(currency), field, "there is no such point currency");
    }

    private void range(String field, Long value, long least, long most) {
        require(
                value == null || value >= least && value <= most,
                field,
                "must be from %d to %d".formatted(least, most));
    }

    private void require(boolean holds, String field, String message) {
        if (!holds) {
            complaints.add(new Complaint(field, message));
        }
    }

    private static boolean languageTag(String tag) {
        try {
            return !tag.isEmpty()
                    && new Locale.Builder().setLanguageTag(tag).build().getLanguage().length() > 1;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static boolean address(String text) {
        try {
            var address = text == null || text.length() > 500 ? null : URI.create(text);
            return address != null
                    && "https".equals(address.getScheme())
                    && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean money(String code) {
        try {
            return code != null && Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
