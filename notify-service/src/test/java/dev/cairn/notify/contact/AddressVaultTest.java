package dev.cairn.notify.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.notify.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressVaultTest {
    private static final Address ADDRESS =
            Address.of(Channel.EMAIL, "Ada@example.org").orElseThrow();
    private static final String OLD = key('o');
    private static final String NEW = key('n');

    private final AddressVault vault = new AddressVault(new Secrets(OLD, List.of(), null));

    @Test
    void sealedAddressOpensAgainAndDoesNotShowItsText() {
        var sealed = vault.seal("m-1", ADDRESS);

        assertThat(vault.open("m-1", Channel.EMAIL, sealed)).isEqualTo(ADDRESS);
        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Ada");
    }

    @Test
    void sameAddressIsSealedDifferentlyEachTime() {
        assertThat(vault.seal("m-1", ADDRESS).bytes())
                .isNotEqualTo(vault.seal("m-1", ADDRESS).bytes());
    }

    @Test
    void addressMovedToAnotherMemberDoesNotOpen() {
        var sealed = vault.seal("m-1", ADDRESS);

        assertThatThrownBy(() -> vault.open("m-2", Channel.EMAIL, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oldKeyStillOpensAndSuppressionsSurviveTheNewOne() {
        var sealed = vault.seal("m-1", ADDRESS);
        var rotated = new AddressVault(new Secrets(NEW, List.of(OLD), OLD));

        assertThat(rotated.open("m-1", Channel.EMAIL, sealed)).isEqualTo(ADDRESS);
        assertThat(rotated.hash(ADDRESS)).isEqualTo(vault.hash(ADDRESS));
        assertThat(rotated.seal("m-1", ADDRESS).keyId()).isNotEqualTo(sealed.keyId());
    }

    @Test
    void spellingsOfOneAddressHaveOneHash() {
        var other = Address.of(Channel.EMAIL, "ADA@Example.org").orElseThrow();

        assertThat(vault.hash(other)).isEqualTo(vault.hash(ADDRESS));
    }

    @Test
    void keyOfTheWrongLengthStopsStartUpWithTheRemedy() {
        var secrets = new Secrets("c2hvcnQ=", List.of(), null);

        assertThatThrownBy(() -> new AddressVault(secrets))
                .hasMessageContaining("cairn.secrets.contact-key")
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining("c2hvcnQ=");
    }

    private static String key(char c) {
        return Base64.getEncoder().encodeToString(String.valueOf(c).repeat(32).getBytes());
    }

    private record Secrets(String current, List<String> old, String suppression)
            implements SecretsConfig {
        @Override
        public Optional<String> contactKey() {
            return Optional.of(current);
        }

        @Override
        public Optional<List<String>> contactKeysOld() {
            return Optional.of(old);
        }

        @Override
        public Optional<String> suppressionKey() {
            return Optional.ofNullable(suppression);
        }

        @Override
        public Optional<String> unsubscribeKey() {
            return Optional.of(current);
        }

        @Override
        public Optional<List<String>> unsubscribeKeysOld() {
            return Optional.empty();
        }
    }
}
