package dev.cairn.devstack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.devstack.chaos.oracle.Account;
import dev.cairn.devstack.chaos.oracle.Wish;
import dev.cairn.devstack.chaos.oracle.Wish.What;
import dev.cairn.devstack.client.Answer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeaningTest {

    private static final Account ANN = Account.of("m-0001");

    @Test
    void whatIsGrantedIsWhatWasWished() {
        Wish wish = meaning(What.TRANSFERRED, 12, 201, "{\"id\":\"t-1\"}");

        assertThat(wish.what()).isEqualTo(What.TRANSFERRED);
        assertThat(wish.about()).isEqualTo("t-1");
        assertThat(wish.price()).isEqualTo(12);
    }

    @Test
    void anAdjustmentWaitsOrIsDoneAtOnce() {
        String done = "{\"id\":\"x\",\"status\":\"done\"}";
        String waits = "{\"id\":\"x\",\"status\":\"waiting\"}";

        assertThat(meaning(What.ASKED, 5, 200, done).what()).isEqualTo(What.GIVEN);
        assertThat(meaning(What.ASKED, -5, 200, done).what()).isEqualTo(What.TAKEN);
        assertThat(meaning(What.ASKED, -5, 200, done).price()).isEqualTo(5);
        assertThat(meaning(What.ASKED, -50, 200, waits).what()).isEqualTo(What.ASKED);
        assertThat(meaning(What.ASKED, -50, 200, waits).price()).isEqualTo(-50);
    }

    @Test
    void ofPointsToConvertOnlyThoseAreMissingThatBecomeWholeOnes() {
        Wish wish =
                meaning(
                        What.CONVERTED,
                        31,
                        422,
                        "{\"type\":\"/problems/insufficient-points\",\"required\":30,"
                                + "\"available\":29}");

        assertThat(wish.what()).isEqualTo(What.INSUFFICIENT);
        assertThat(wish.price()).isEqualTo(30);
        assertThat(wish.available()).isEqualTo(29);
    }

    @Test
    void anExtensionSaysUntilWhen() {
        Wish wish =
                meaning(
                        What.EXTENDED,
                        31,
                        200,
                        "{\"id\":\"h\",\"lapsesAt\":\"2026-03-02T01:00:00Z\"}");

        assertThat(wish.until()).isEqualTo(Instant.parse("2026-03-02T01:00:00Z"));
    }

    @Test
    void whatIsRefusedForAnotherReasonMeansNothing() {
        Command command = Command.wish(What.REDEEMED, ANN, 5);
        Answer soldOut = new Answer("", 409, "{\"type\":\"/problems/reward-sold-out\"}");

        assertThat(Meaning.of(command, soldOut)).isEmpty();
    }

    private static Wish meaning(What what, long points, int status, String body) {
        Command command = Command.wish(what, ANN, points).sent(1, "chaos-1");
        return Meaning.of(command, new Answer("", status, body)).orElseThrow();
    }
}
