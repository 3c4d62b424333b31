package dev.cairn.notify.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTest {
    private static final URI UNSUBSCRIBE = URI.create("https://loyalty.example/u/token");

    private final Templates templates = new Templates("Pebble & Co");

    @ParameterizedTest
    @EnumSource
    void everyTemplateSpeaksEveryLanguageAndUsesEachOfItsTokens(Template template) {
        for (var language : Language.values()) {
            var facts = facts();

            var wording = templates.fill(template, facts, recipient(language));

            assertThat(wording.subject()).isNotBlank().doesNotContain("\n", "{", "}");
            assertThat(wording.inbox()).isNotBlank().doesNotContain("{", "}", "<");
            assertThat(wording.html()).contains("<html lang=\"" + language.code() + "\">");
            assertThat(wording.html()).contains("href=\"" + UNSUBSCRIBE + "\"");
            assertThat(wording.text()).contains(UNSUBSCRIBE.toString(), "Pebble & Co");
            for (var token : template.tokens()) {
                var words = Facts.inWords(facts, Set.of(token), language, zone()).get(token.text());
                assertThat(wording.text()).contains(words.toString());
            }
        }
    }

    @Test
    void valuesAreEscapedInHtmlOnly() {
        var facts = facts();
        facts.put("title", "<script>alert(1)</script> & more");

        var wording = templates.fill(Template.POINTS_REDEEMED, facts, recipient(Language.EN));

        assertThat(wording.html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more")
                .doesNotContain("<script>");
        assertThat(wording.text()).contains("<script>alert(1)</script> & more");
    }

    @Test
    void valueThatLooksLikeATemplateStaysText() {
        var facts = facts();
        facts.put("title", "{brand} {redemption.getClass}");

        assertThat(templates.fill(Template.POINTS_REDEEMED, facts, recipient(Language.EN)).text())
                .contains("{brand} {redemption.getClass}");
    }

    @ParameterizedTest
    @CsvSource({
        "'Coffee\r\nBcc: all@example.org'",
        "'Coffee\nBcc: all@example.org'",
        "'Coffee\u2028Bcc: all@example.org'"
    })
    void lineBreakInAValueCannotStartAHeader(String title) {
        var facts = facts();
        facts.put("title", title);

        assertThat(
                        templates
                                .fill(Template.POINTS_REDEEMED, facts, recipient(Language.EN))
                                .subject())
                .isEqualTo("Your reward: Coffee Bcc: all@example.org");
    }

    @Test
    void numbersPointsAndDaysFollowLanguageAndZone() {
        var facts = facts();
        facts.put("points", 1234);
        facts.put("expiry", "2026-03-31T22:00:00Z");

        assertThat(subject(facts, Language.EN))
                .isEqualTo("You can use 1,234 points until Tuesday, March 31, 2026");
        assertThat(subject(facts, Language.DE))
                .isEqualTo("1.234 Punkte können Sie bis Dienstag, 31. März 2026 einlösen");
    }

    @Test
    void onePointIsSingular() {
        var facts = facts();
        facts.put("points", 1);

        assertThat(subject(facts, Language.EN)).startsWith("You can use 1 point until");
        assertThat(subject(facts, Language.DE)).startsWith("1 Punkt können");
    }

    @Test
    void missingFactStopsTheMessage() {
        var facts = facts();
        facts.remove("balance");
        var recipient = recipient(Language.EN);

        assertThatThrownBy(() -> templates.fill(Template.POINTS_REDEEMED, facts, recipient))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("balance");
    }

    @Test
    void unknownTokenStopsStartUp() {
        assertThatThrownBy(() -> new Library().words("unknown-token.txt", Set.of("brand")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("{nickname}");
    }

    @Test
    void templateCannotCallMethods() {
        assertThatThrownBy(() -> new Library().words("method-call.txt", Set.of("brand")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("brand.getClass");
    }

    @Test
    void messageWithoutUnsubscribeMentionsNone() {
        var recipient = new Recipient(Language.EN, zone(), Optional.empty());

        var wording = templates.fill(Template.POINTS_REDEEMED, facts(), recipient);

        assertThat(wording.html()).doesNotContain("Unsubscribe");
        assertThat(wording.text()).doesNotContain("Unsubscribe");
    }

    @ParameterizedTest
    @CsvSource({"de,DE", "de-AT,DE", "en-GB,EN", "fr,EN", "'',EN", "not a tag,EN"})
    void languageFallsBackToEnglish(String tag, Language language) {
        assertThat(Language.of(tag)).isEqualTo(language);
    }

    private String subject(Map<String, Object> facts, Language language) {
        return templates.fill(Template.POINTS_EXPIRING, facts, recipient(language)).subject();
    }

    private static Map<String, Object> facts() {
        return new HashMap<>(
                Map.of(
                        "title",
                        "Coffee",
                        "step",
                        3,
                        "length",
                        4,
                        "points",
                        30,
                        "balance",
                        1250,
                        "redemption",
                        "r-77",
                        "deadline",
                        "2026-03-15T23:00:00Z",
                        "expiry",
                        "2026-03-31T22:00:00Z"));
    }

    private static Recipient recipient(Language language) {
        return new Recipient(language, zone(), Optional.of(UNSUBSCRIBE));
    }

    private static ZoneId zone() {
        return ZoneId.of("Europe/Berlin");
    }
}
