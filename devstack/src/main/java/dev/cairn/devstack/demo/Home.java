package dev.cairn.devstack.demo;

import java.time.ZoneId;
import java.util.random.RandomGenerator;

/** Where a member lives, and what that means for the clock, the language and the currency. */
enum Home {
    BERLIN(40, "Europe/Berlin", "de", "DE", "EUR"),
    LONDON(30, "Europe/London", "en", "GB", "GBP"),
    NEW_YORK(18, "America/New_York", "en", "US", "USD"),
    TOKYO(12, "Asia/Tokyo", "en", "JP", "USD");

    private final int share;
    private final ZoneId zone;
    private final String locale;
    private final String country;
    private final String currency;

    Home(int share, String zone, String locale, String country, String currency) {
        this.share = share;
        this.zone = ZoneId.of(zone);
        this.locale = locale;
        this.country = country;
        this.currency = currency;
    }

    static Home draw(RandomGenerator random) {
        int ticket = random.nextInt(100);
        for (Home home : values()) {
            ticket -= home.share;
            if (ticket < 0) {
                return home;
            }
        }
        return BERLIN;
    }

    ZoneId zone() {
        return zone;
    }

    String locale() {
        return locale;
    }

    String country() {
        return country;
    }

    String currency() {
        return currency;
    }
}
