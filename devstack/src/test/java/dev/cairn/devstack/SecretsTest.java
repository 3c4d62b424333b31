package dev.cairn.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir Path state;

    @Test
    void aSecretIsMadeOnceAndKept() {
        // Given
        String first = Secrets.in(state).password("redis");

        // When
        String second = Secrets.in(state).password("redis");

        // Then
        assertThat(second).isEqualTo(first).hasSizeGreaterThan(20);
    }

    @Test
    void theFileIsReadableByItsOwnerAlone() throws IOException {
        // When
        Secrets.in(state).password("redis");

        // Then
        assertThat(Files.getPosixFilePermissions(state.resolve("secrets.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aKeyHas256Bits() {
        assertThat(Base64.getDecoder().decode(Secrets.in(state).key("contact.key"))).hasSize(32);
    }

    @Test
    void everyUserHasAnotherPasswordThatStaysTheSame() {
        // Given
        Secrets secrets = Secrets.in(state);

        // Then
        assertThat(secrets.passwordOf("m-0001")).isNotEqualTo(secrets.passwordOf("m-0002"));
        assertThat(Secrets.in(state).passwordOf("m-0001")).isEqualTo(secrets.passwordOf("m-0001"));
    }
}
