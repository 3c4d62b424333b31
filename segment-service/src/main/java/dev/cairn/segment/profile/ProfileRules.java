package dev.cairn.segment.profile;

import dev.cairn.segment.member.Profile;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks a profile and merges it into the one at hand. Pure. */
final class ProfileRules {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int MOST_WORDS = 20;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._&'-]{0,63}");

    /** Numbers this long are for reaching people, and do not belong here. */
    private static final Pattern PHONE = Pattern.compile("(\\p{N}[ .-]?){7,}");

    private final List<FieldError> errors = new ArrayList<>();

    private ProfileRules() {}

    /** A field and what is wrong with it. */
    record FieldError(String field, String message) {}

    /** What checking comes to. */
    sealed interface Outcome {}

    record Accepted(Profile profile) implements Outcome {}

    record Refused(List<FieldError> errors) implements Outcome {}

    static Outcome decide(Optional<Profile> before, ProfileRequest request, Instant now) {
        return new ProfileRules().merge(before, request, now);
    }

    private Outcome merge(Optional<Profile> before, ProfileRequest request, Instant now) {
        var zone = zone(request.zone()).or(() -> before.map(Profile::zone));
        var locale = locale(request.locale()).or(() -> before.map(Profile::locale));
        require("zone", zone.isPresent());
        require("locale", locale.isPresent());
        var country = text(request.country(), before.flatMap(Profile::country));
        country.ifPresent(this::checkCountry);
        var birthday = text(request.birthday(), before.flatMap(Profile::birthday));
        birthday.ifPresent(this::checkBirthday);
        var store = text(request.favouriteStore(), before.flatMap(Profile::favouriteStore));
        store.ifPresent(word -> checkWord("favouriteStore", word));
        var joinedAt = joinedAt(request.joinedAt(), before.map(Profile::joinedAt), now);
        var interests = words("interests", request.interests(), before.map(Profile::interests));
        var topics =
                words(
                        "newsletterTopics",
                        request.newsletterTopics(),
                        before.map(Profile::newsletterTopics));
        if (!errors.isEmpty()) {
            return new Refused(List.copyOf(errors));
        }
        return new Accepted(
                new Profile(
                        zone.orElseThrow(),
                        locale.orElseThrow(),
                        country,
                        joinedAt,
                        birthday,
                        interests,
                        store,
                        topics));
    }

    private Optional<ZoneId> zone(String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            errors.add(new FieldError("zone", "must be an IANA time zone such as Europe/Berlin"));
            return Optional.empty();
        }
        return Optional.of(ZoneId.of(text));
    }

    private Optional<String> locale(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var locale = new Locale.Builder().setLanguageTag(text).build();
            boolean known =
                    locale.getLanguage().length() == 3
                            || Set.of(Locale.getISOLanguages()).contains(locale.getLanguage());
            if (known) {
                return Optional.of(locale.toLanguageTag());
            }
        } catch (IllformedLocaleException illFormed) {
            // answered below, together with languages that do not exist
        }
        errors.add(new FieldError("locale", "must be a BCP 47 language tag such as de or en-GB"));
        return Optional.empty();
    }

    private void require(String field, boolean given) {
        if (!given && errors.stream().noneMatch(error -> error.field().equals(field))) {
            errors.add(new FieldError(field, "is needed to enrol a member"));
        }
    }

    private static Optional<String> text(String given, Optional<String> before) {
        return given == null ? before : Optional.of(given).filter(text -> !text.isEmpty());
    }

    private void checkCountry(String country) {
        if (!Set.of(Locale.getISOCountries()).contains(country)) {
            errors.add(new FieldError("country", "must be an ISO 3166-1 code of two letters"));
        }
    }

    private void checkBirthday(String birthday) {
        try {
            MonthDay.parse("--" + birthday);
        } catch (DateTimeException notADay) {
            errors.add(new FieldError("birthday", "must be a month and day such as 02-29"));
        }
    }

    private Instant joinedAt(Instant given, Optional<Instant> before, Instant now) {
        if (given == null) {
            return before.orElse(now);
        }
        if (given.isBefore(EARLIEST) || given.isAfter(now.plus(SKEW))) {
            errors.add(new FieldError("joinedAt", "must not be before 1970 or in the future"));
        }
        return given.truncatedTo(ChronoUnit.MICROS);
    }

    private List<String> words(String field, List<String> given, Optional<List<String>> before) {
        if (given == null) {
            return before.orElse(List.of());
        }
        if (given.size() > MOST_WORDS) {
            errors.add(new FieldError(field, "must not have more than " + MOST_WORDS + " items"));
            return List.of();
        }
        var words = new ArrayList<String>();
        for (int i = 0; i < given.size(); i++) {
            checkWord(field + "[" + i + "]", given.get(i));
            words.add(given.get(i));
        }
        return words.contains(null) ? List.of() : words.stream().distinct().toList();
    }

    private void checkWord(String field, String word) {
        if (word == null || !WORD.matcher(word).matches()) {
            errors.add(new FieldError(field, "must be 1 to 64 letters, digits and spaces"));
        } else if (PHONE.matcher(word).find()) {
            errors.add(new FieldError(field, "must not be a number to reach somebody by"));
        }
    }
}
