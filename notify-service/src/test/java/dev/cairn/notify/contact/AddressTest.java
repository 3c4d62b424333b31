package dev.cairn.notify.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.notify.channel.Channel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "EMAIL,' Ada.Lovelace+x@Example.ORG ',Ada.Lovelace+x@example.org",
        "EMAIL,jo@bücher.example,jo@xn--bcher-kva.example",
        "SMS,+49 (0)30 / 901820,+4930901820",
        "SMS,+1 650-253-0000,+16502530000",
        "PUSH,abcdefgh:123_-,abcdefgh:123_-"
    })
    void addressIsKeptInTheFormOfItsChannel(Channel channel, String text, String canonical) {
        assertThat(Address.of(channel, text)).map(Address::value).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "@example.org",
                "a@b",
                "a b@example.org",
                "a@example..org",
                "a@-example.org",
                "a@example.org\r\nBcc: b@example.org",
                "a@example.org, b@example.org",
                "<a@example.org>",
                "\"a\"@example.org",
                "a..b@example.org",
                "a@example.org\u0000"
            })
    void whatCannotBeAMailAddressIsRefused(String text) {
        assertThat(Address.of(Channel.EMAIL, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"030 901820", "+49", "call me", "+999999999999999999"})
    void whatCannotBeAPhoneNumberIsRefused(String text) {
        assertThat(Address.of(Channel.SMS, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL,ada@example.org,a***@example.org",
        "SMS,+16502530000,***00",
        "PUSH,abcdefgh,***efgh"
    })
    void maskedAddressCannotBeUsed(Channel channel, String text, String masked) {
        assertThat(Address.of(channel, text).orElseThrow().masked()).isEqualTo(masked);
    }
}
