package dev.cairn.devstack.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsProviderTest {

    private static final String PATH = "/2010-04-01/Accounts/AC1/Messages.json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString("AC1:secret".getBytes());

    private final Received received = new Received();
    private final SmsProvider provider = new SmsProvider("AC1", "secret", received);

    @Test
    void aWellFormedMessageIsQueuedAndListed() {
        // When
        Answer answer = send(CREDENTIALS, "To=%2B4915112345678&From=%2B4930123&Body=Hallo+Du");

        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(body(answer))
                .containsEntry("status", "queued")
                .containsEntry("body", "Hallo Du");
        assertThat(received.list(message -> message.to().equals("+4915112345678"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "From=%2B4930123&Body=Hi, 21604",
        "To=0151&From=%2B4930123&Body=Hi, 21211",
        "To=%2B15005550001&From=%2B4930123&Body=Hi, 21211",
        "To=%2B15005550004&From=%2B4930123&Body=Hi, 21610",
        "To=%2B4915112345678&Body=Hi, 21603",
        "To=%2B4915112345678&From=%2B4930123, 21602",
        "To=%ZZ&From=%2B4930123&Body=Hi, 21604",
    })
    void aBadMessageIsRefusedWithTheProvidersCode(String form, int code) {
        // When
        Answer answer = send(CREDENTIALS, form);

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(body(answer)).containsEntry("code", code);
        assertThat(received.accepted()).isZero();
    }

    @Test
    void aTextOfMoreThan1600CharactersIsRefused() {
        // When
        Answer answer =
                send(CREDENTIALS, "To=%2B49151123&From=%2B4930123&Body=" + "x".repeat(1601));

        // Then
        assertThat(body(answer)).containsEntry("code", 21617);
    }

    @Test
    void withoutCredentialsNothingIsAccepted() {
        assertThat(send("", "To=%2B49151123&From=%2B4930123&Body=Hi").status()).isEqualTo(401);
        assertThat(send("Basic bm9ib2R5Og==", "").status()).isEqualTo(401);
    }

    @Test
    void jsonIsNotAForm() {
        // When
        Answer answer =
                provider.answer(new Request("POST", PATH, CREDENTIALS, "application/json", "{}"));

        // Then
        assertThat(answer.status()).isEqualTo(415);
    }

    private Answer send(String credentials, String form) {
        return provider.answer(new Request("POST", PATH, credentials, FORM, form));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(Answer answer) {
        return (Map<String, Object>) answer.body();
    }
}
