package dev.cairn.devstack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PassesTest {

    private final Passes passes = new Passes();

    @Test
    void aPassSaysWhoWhatForAndFromWhere() throws Exception {
        JsonNode claims = claims(passes.partner());

        assertThat(claims.path("azp").asText()).isEqualTo("cairn-partner");
        assertThat(claims.path("groups").path(0).asText()).isEqualTo("partner");
        assertThat(claims.path("aud").asText()).isEqualTo("cairn");
        assertThat(claims(passes.member("m-0007")).path("sub").asText()).isEqualTo("m-0007");
    }

    @Test
    void theSignatureIsThatOfThePublishedKey() throws Exception {
        String pass = passes.staff("support");
        int end = pass.lastIndexOf('.');

        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key());
        signature.update(pass.substring(0, end).getBytes(StandardCharsets.US_ASCII));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(pass.substring(end + 1))))
                .isTrue();
    }

    @Test
    void whoComesAgainHasTheSamePass() {
        assertThat(passes.shop()).isEqualTo(passes.shop()).isNotEqualTo(passes.partner());
    }

    private PublicKey key() throws Exception {
        byte[] encoded = Base64.getDecoder().decode(passes.publicKey());
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static JsonNode claims(String pass) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(pass.split("\\.")[1]));
    }
}
