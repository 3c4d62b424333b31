package dev.cairn.notify.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.notify.template.Template;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageIdTest {

    @Test
    void sameOccasionHasTheSameIdForEver() {
        assertThat(MessageId.of(Template.MILESTONE_REACHED, "m-1", "purchases:3"))
                .isEqualTo(UUID.fromString("b2acca3d-500b-5d23-bfa9-00cda86b1f1c"));
    }

    @Test
    void idIsAVersionFiveUuid() {
        var id = MessageId.of(Template.WELCOME, "m-1", "");

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void otherTemplateMemberOrOccasionIsAnotherMessage() {
        var id = MessageId.of(Template.MILESTONE_REACHED, "m-1", "purchases:3");

        assertThat(id)
                .isNotEqualTo(MessageId.of(Template.STREAK_AT_RISK, "m-1", "purchases:3"))
                .isNotEqualTo(MessageId.of(Template.MILESTONE_REACHED, "m-2", "purchases:3"))
                .isNotEqualTo(MessageId.of(Template.MILESTONE_REACHED, "m-1", "purchases:5"));
    }
}
