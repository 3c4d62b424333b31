package dev.cairn.ledger.currency;

import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Says all that is wrong with a file of currencies. */
final class CurrencyChecks {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** A hundred years: nobody means more, and the calendar has room for it. */
    private static final int TOO_MANY_MONTHS = 1_200;

    private static final int TOO_MANY_DAYS = 36_525;

    private final List<String> complaints = new ArrayList<>();

    private CurrencyChecks() {}

    static List<String> complaints(CurrenciesFile file) {
        var checks = new CurrencyChecks();
        var ids = new HashSet<String>();
        checks.require(!file.currencies().isEmpty(), "currencies: at least one is needed");
        for (var currency : file.currencies()) {
            var at = "currencies[" + currency.id() + "]";
            var wellFormed = currency.id() != null && ID.matcher(currency.id()).matches();
            checks.require(wellFormed, at + ".id: must match " + ID);
            checks.require(ids.add(currency.id()), at + ".id: is there twice");
            checks.currency(at, currency);
        }
        for (var conversion : file.conversions()) {
            checks.conversion(conversion, ids);
        }
        return checks.complaints;
    }

    /**
     * Java and the database read the sign of an offset differently; regions mean the same to both.
     */
    static boolean isRegion(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) || ZoneId.getAvailableZoneIds().contains(zone.getId());
    }

    private void currency(String at, Currency currency) {
        require(currency.title().containsKey("en"), at + ".title: English is missing");
        var region = currency.zone() == null || isRegion(currency.zone());
        require(region, at + ".zone: must be a region such as Europe/London");
        switch (currency.expiry()) {
            case ExpiryModel.Never never -> {}
            case ExpiryModel.Rolling rolling -> {
                length(at + ".expiry.after", rolling.after());
                rolling.tiers()
                        .forEach((tier, after) -> length(at + ".expiry.tiers." + tier, after));
            }
            case ExpiryModel.Sliding sliding -> {
                length(at + ".expiry.after", sliding.after());
                var some = sliding.on() != null && !sliding.on().isEmpty();
                require(some, at + ".expiry.on: name what counts as use");
            }
            case ExpiryModel.Calendar calendar -> {
                var dates = calendar.dates();
                var sorted =
                        dates != null
                                && !dates.isEmpty()
                                && dates.stream().sorted().distinct().toList().equals(dates);
                require(sorted, at + ".expiry.dates: must be there, rising, none twice");
            }
        }
        require(
                currency.otherLots() || currency.beyondBalance() != Currency.BeyondBalance.ARREARS,
                at + ".otherLots: members who have points cannot owe some; choose clip or forbid");
        if (currency.deadLots() instanceof DeadLots.Grace grace) {
            length(at + ".deadLots.days", grace.days());
            require(
                    grace.days() == null || !grace.days().isZero(),
                    at + ".deadLots.days: must not be zero");
        }
        caps(at, currency.caps());
        var transfers = currency.transfers();
        require(
                transfers.least() >= 1 && transfers.least() <= transfers.most(),
                at + ".transfers: least must be 1 or more, and not above most");
        var holds = currency.holds();
        require(
                holds.lapseAfter().isPositive()
                        && holds.lapseAfter().compareTo(holds.longest()) <= 0,
                at + ".holds: lapseAfter must be positive and not beyond longest");
        require(
                currency.adjustments().secondApproverAbove() >= 0,
                at + ".adjustments.secondApproverAbove: must not be negative");
        require(!currency.adjustments().reasons().isEmpty(), at + ".adjustments.reasons: none");
    }

    private void caps(String at, List<Currency.Cap> caps) {
        var ids = new HashSet<String>();
        for (var cap : caps) {
            var place = at + ".caps[" + cap.id() + "]";
            var wellFormed = cap.id() != null && ID.matcher(cap.id()).matches();
            require(wellFormed, place + ".id: must match " + ID);
            require(ids.add(cap.id()), place + ".id: is there twice");
            require(cap.points() > 0, place + ".points: must be positive");
            require(cap.per() != null && cap.action() != null, place + ": per and action needed");
        }
    }

    private void conversion(Conversion conversion, HashSet<String> ids) {
        var at = "conversions[" + conversion.from() + " to " + conversion.to() + "]";
        require(ids.contains(conversion.from()), at + ".from: no such currency");
        require(ids.contains(conversion.to()), at + ".to: no such currency");
        require(
                conversion.from() == null || !conversion.from().equals(conversion.to()),
                at + ": leads nowhere");
        require(!conversion.rates().isEmpty(), at + ".rates: none");
        var versions = new HashSet<String>();
        for (var rate : conversion.rates()) {
            require(
                    rate.version() != null && versions.add(rate.version()),
                    at + ".rates: versions must be there and differ");
            require(rate.since() != null, at + ".rates: since is missing");
            require(
                    rate.numerator() > 0 && rate.denominator() > 0,
                    at + ".rates: numerator and denominator must be positive");
        }
    }

    /** None at all is a length as well: until the end of the day, or of the round period. */
    private void length(String at, Period length) {
        require(
                length != null
                        && !length.isNegative()
                        && length.toTotalMonths() < TOO_MANY_MONTHS
                        && length.getDays() < TOO_MANY_DAYS,
                at + ": must be a period such as P12M, P0D or more and less than P100Y");
    }

    private void require(boolean holds, String complaint) {
        if (!holds) {
            complaints.add(complaint);
        }
    }
}
