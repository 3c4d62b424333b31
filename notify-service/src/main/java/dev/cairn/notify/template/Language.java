package dev.cairn.notify.template;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A language that every template exists in. */
public enum Language {
    EN(Locale.ENGLISH, "point", "points"),
    DE(Locale.GERMAN, "Punkt", "Punkte");

    private final Locale locale;
    private final String point;
    private final String points;

    Language(Locale locale, String point, String points) {
        this.locale = locale;
        this.point = point;
        this.points = points;
    }

    /** The language for a BCP 47 tag: German for {@code de-AT}, English for what is not there. */
    public static Language of(String tag) {
        var wanted = Locale.forLanguageTag(tag).getLanguage();
        for (var language : values()) {
            if (language.code().equals(wanted)) {
                return language;
            }
        }
        return EN;
    }

    /** The folder of its words. */
    public String code() {
        return locale.getLanguage();
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    String points(long amount) {
        return number(amount) + " " + (Math.abs(amount) == 1 ? point : points);
    }

    String lastDayBefore(Instant end, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(LocalDate.ofInstant(end.minus(Duration.ofNanos(1)), zone));
    }
}
