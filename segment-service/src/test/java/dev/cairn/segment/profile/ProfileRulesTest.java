package dev.cairn.segment.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.segment.member.Profile;
import dev.cairn.segment.profile.ProfileRules.Accepted;
import dev.cairn.segment.profile.ProfileRules.FieldError;
import dev.cairn.segment.profile.ProfileRules.Refused;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Profile BEFORE =
            new Profile(
                    ZoneId.of("Europe/Berlin"),
                    "de",
                    Optional.of("DE"),
                    NOW.minusSeconds(60),
                    Optional.of("02-29"),
                    List.of("tea"),
                    Optional.of("Köln Mitte"),
                    List.of());

    @Test
    void zoneAndLocaleAreEnoughToEnrol() {
        var profile = accepted(Optional.empty(), request("Europe/Berlin", "de-DE"));

        assertThat(profile.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(profile.locale()).isEqualTo("de-DE");
        assertThat(profile.joinedAt()).isEqualTo(NOW);
        assertThat(FilledFields.of(profile)).isEmpty();
    }

    @Test
    void absentFieldsKeepTheirValue() {
        assertThat(accepted(Optional.of(BEFORE), request(null, null))).isEqualTo(BEFORE);
    }

    @Test
    void emptyValuesClearOptionalFields() {
        var cleared =
                accepted(
                        Optional.of(BEFORE),
                        new ProfileRequest(null, null, "", null, "", List.of(), "", null));

        assertThat(cleared.country()).isEmpty();
        assertThat(cleared.birthday()).isEmpty();
        assertThat(cleared.interests()).isEmpty();
        assertThat(cleared.favouriteStore()).isEmpty();
        assertThat(cleared.zone()).isEqualTo(BEFORE.zone());
    }

    @Test
    void theNamesOfFilledFieldsAreSortedAndTellNoValues() {
        assertThat(FilledFields.of(BEFORE))
                .containsExactly("birthday", "favouriteStore", "interests");
    }

    @Test
    void whatIsNeededIsAskedForOnce() {
        assertThat(refused(Optional.empty(), request(null, "xx-99-bad-")))
                .containsExactly(
                        new FieldError(
                                "locale", "must be a BCP 47 language tag such as de or en-GB"),
                        new FieldError("zone", "is needed to enrol a member"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "CET+1", "europe/berlin", "Mars/Base", "", "UTC+1"})
    void onlyIanaZones(String zone) {
        assertThat(refused(Optional.of(BEFORE), request(zone, null)))
                .extracting(FieldError::field)
                .containsExactly("zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"german", "d", "de_DE", "xx", "", "-"})
    void onlyLanguagesThatExist(String locale) {
        assertThat(refused(Optional.of(BEFORE), request(null, locale)))
                .extracting(FieldError::field)
                .containsExactly("locale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1990-02-28", "02-30", "2-1", "13-01", "29.02."})
    void aBirthdayIsAMonthAndADay(String birthday) {
        assertThat(refused(with(null, birthday, null, null)))
                .extracting(FieldError::field)
                .containsExactly("birthday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "GER", "XX", "D"})
    void aCountryIsAnIsoCode(String country) {
        assertThat(refused(with(country, null, null, null)))
                .extracting(FieldError::field)
                .containsExactly("country");
    }

    @ParameterizedTest
    @CsvSource({"anna@example.org", "0171 2345678", "+49171", "<b>", "' '"})
    void nothingToReachSomebodyByIsKept(String word) {
        assertThat(refused(with(null, null, word, null)))
                .extracting(FieldError::field)
                .containsExactly("favouriteStore");
        assertThat(refused(with(null, null, null, List.of("tea", word))))
                .extracting(FieldError::field)
                .containsExactly("interests[1]");
    }

    @Test
    void listsHaveAnEnd() {
        assertThat(refused(with(null, null, null, Collections.nCopies(21, "tea")))).hasSize(1);
        assertThat(refused(with(null, null, null, Collections.singletonList(null)))).hasSize(1);
    }

    @Test
    void nobodyJoinsInTheFuture() {
        assertThat(joined(NOW.plusSeconds(300))).isInstanceOf(Accepted.class);
        assertThat(joined(NOW.plusSeconds(301))).isInstanceOf(Refused.class);
        assertThat(joined(Instant.parse("1969-12-31T23:59:59Z"))).isInstanceOf(Refused.class);
    }

    private static ProfileRules.Outcome joined(Instant at) {
        var request = new ProfileRequest("UTC", "en", null, at, null, null, null, null);
        return ProfileRules.decide(Optional.empty(), request, NOW);
    }

    private static ProfileRequest request(String zone, String locale) {
        return new ProfileRequest(zone, locale, null, null, null, null, null, null);
    }

    private static ProfileRequest with(
            String country, String birthday, String store, List<String> interests) {
        return new ProfileRequest(null, null, country, null, birthday, interests, store, null);
    }

    private static Profile accepted(Optional<Profile> before, ProfileRequest request) {
        return ((Accepted) ProfileRules.decide(before, request, NOW)).profile();
    }

    private static List<FieldError> refused(ProfileRequest request) {
        return refused(Optional.of(BEFORE), request);
    }

    private static List<FieldError> refused(Optional<Profile> before, ProfileRequest request) {
        return ((Refused) ProfileRules.decide(before, request, NOW)).errors();
    }
}
