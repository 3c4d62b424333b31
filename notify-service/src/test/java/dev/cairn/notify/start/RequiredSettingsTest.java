package dev.cairn.notify.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.notify.start.RequiredSettings.Settings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequiredSettingsTest {
    private static final Optional<URI> SITE = Optional.of(URI.create("https://loyalty.example"));
    private static final Optional<String> SENDER = Optional.of("Cairn <loyalty@shop.example>");
    private static final Optional<String> KEY = key("0123456789abcdef0123456789abcdef");

    @Test
    void completeSettingsStart() {
        assertThat(RequiredSettings.refusals(new Settings(SITE, SENDER, KEY, KEY))).isEmpty();
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnceWithItsRemedy() {
        var nothing =
                new Settings(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(RequiredSettings.refusals(nothing))
                .containsExactly(
                        "cairn.public-url is missing or not a whole address; set it to where"
                                + " members reach this service, such as https://loyalty.example",
                        "cairn.mail.from is missing or has no address; set it to the sender of"
                                + " mails, such as Cairn <loyalty@shop.example>",
                        "cairn.secrets.contact-key is missing; make one with openssl rand -base64"
                                + " 32",
                        "cairn.secrets.unsubscribe-key is missing; make one with openssl rand"
                                + " -base64 32");
    }

    @Test
    void halfAnAddressAndShortKeysAreRefusedWithoutShowingThem() {
        var half =
                new Settings(
                        Optional.of(URI.create("loyalty.example")),
                        Optional.of("Cairn"),
                        Optional.of("c2hvcnQ="),
                        Optional.of("not Base64"));

        assertThat(RequiredSettings.refusals(half))
                .hasSize(4)
                .noneMatch(refusal -> refusal.contains("c2hvcnQ=") || refusal.contains("not Base"));
    }

    private static Optional<String> key(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return Optional.of(Base64.getEncoder().encodeToString(bytes));
    }
}
