package dev.cairn.devstack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommitTapTest {

    private final Trigger trigger = new Trigger();
    private final CommitTap tap = new CommitTap(trigger);

    @Test
    void losesTheCommitOfATransactionThatChangedSomething() throws IOException {
        trigger.pull();

        assertThat(lets(done("BEGIN"))).isTrue();
        assertThat(lets(done("INSERT 0 1"))).isTrue();
        assertThat(lets(done("COMMIT"))).isFalse();
        assertThat(trigger.isPulled()).isFalse();
    }

    @Test
    void lookingIsNotWorthACut() throws IOException {
        trigger.pull();

        assertThat(lets(done("SELECT 7"))).isTrue();
        assertThat(lets(done("UPDATE 0"))).isTrue();
        assertThat(lets(done("COMMIT"))).isTrue();
        assertThat(trigger.isPulled()).isTrue();
    }

    @Test
    void whatWasRolledBackIsForgotten() throws IOException {
        trigger.pull();

        assertThat(lets(done("INSERT 0 1"))).isTrue();
        assertThat(lets(done("ROLLBACK"))).isTrue();
        assertThat(lets(done("COMMIT"))).isTrue();
    }

    @Test
    void messagesMayComeInPiecesAndWithOthers() throws IOException {
        trigger.pull();
        byte[] all = together(message('D', new byte[3000]), done("UPDATE 2"), done("COMMIT"));

        boolean passed = true;
        for (byte piece : all) {
            passed &= tap.lets(new byte[] {piece}, 1);
        }

        assertThat(passed).isFalse();
    }

    @Test
    void withoutATriggerEverythingPasses() throws IOException {
        assertThat(lets(together(done("INSERT 0 1"), done("COMMIT")))).isTrue();
    }

    private boolean lets(byte[] bytes) {
        return tap.lets(bytes, bytes.length);
    }

    private static byte[] done(String tag) throws IOException {
        return message('C', (tag + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] message(char type, byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(type);
        out.writeInt(body.length + 4);
        out.write(body);
        return bytes.toByteArray();
    }

    private static byte[] together(byte[]... messages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            bytes.write(message);
        }
        return bytes.toByteArray();
    }
}
