package dev.cairn.contracts;

import static dev.cairn.contracts.EventType.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {
    private static final String TRILLION_AND_ONE = "1000000000001";

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments(ACTIVITY_RECORDED, "/memberId", "\"eve@example.org\""),
                arguments(ACTIVITY_RECORDED, "/memberId", "\"\""),
                arguments(ACTIVITY_RECORDED, "/kind", "\"login\""),
                arguments(ACTIVITY_RECORDED, "/currency", "\"pounds\""),
                arguments(ACTIVITY_RECORDED, "/currency", "null"),
                arguments(ACTIVITY_RECORDED, "/occurredAt", "\"yesterday\""),
                arguments(ACTIVITY_RECORDED, "/occurredAt", "\"2026-03-04T17:05:30\""),
                arguments(ACTIVITY_RECORDED, "/occurredAt", "1772643930"),
                arguments(ACTIVITY_RECORDED, "/lines/0/quantity", "0"),
                arguments(ACTIVITY_RECORDED, "/lines/0/quantity", "-6"),
                arguments(ACTIVITY_RECORDED, "/lines/0/quantity", "1.5"),
                arguments(ACTIVITY_RECORDED, "/lines/0/unitPrice", "-1"),
                arguments(ACTIVITY_RECORDED, "/lines/0/unitPrice", TRILLION_AND_ONE),
                arguments(ACTIVITY_RECORDED, "/lines/0/sku", "\"\""),
                arguments(ACTIVITY_RECORDED, "/attributes/store", "null"),
                arguments(ACTIVITY_RETURNED, "/lines", "[]"),
                arguments(ACTIVITY_RETURNED, "/lines/0/quantity", "0"),
                arguments(ACTIVITY_VOIDED, "/of", "\"\""),
                arguments(AWARD_SET, "/revision", "0"),
                arguments(AWARD_SET, "/points", "-1"),
                arguments(AWARD_SET, "/points", TRILLION_AND_ONE),
                arguments(AWARD_SET, "/category", "\"GIFT\""),
                arguments(AWARD_SET, "/expiresAt", "\"never\""),
                arguments(STREAK_EXTENDED, "/length", "0"),
                arguments(TIER_CHANGED, "/upgrade", "\"yes\""),
                arguments(POINTS_EARNED, "/points", "0"),
                arguments(POINTS_REDEEMED, "/points", "-100"),
                arguments(POINTS_REVERSED, "/arrears", "-5"),
                arguments(POINTS_EXPIRED, "/balance", TRILLION_AND_ONE),
                arguments(POINTS_TRANSFERRED, "/to", "\"no one\""),
                arguments(HOLD_SETTLED, "/points", "-1"),
                arguments(MEMBER_ENROLLED, "/country", "\"Argentina\""),
                arguments(MEMBER_ENROLLED, "/locale", "\"es_AR\""),
                arguments(MEMBER_CHANGED, "/zone", "\"-03:00\""),
                arguments(MEMBER_CHANGED, "/profileFields", "[\"name\", \"name\"]"),
                arguments(MEMBER_MERGED, "/into", "null"),
                arguments(SEGMENT_ENTERED, "/cause", "\"luck\""),
                arguments(SEGMENT_EXITED, "/version", "0"),
                arguments(MESSAGE_SENT, "/channel", "\"E-Mail\""),
                arguments(MESSAGE_DEFERRED, "/until", "\"soon\""),
                arguments(MESSAGE_BOUNCED, "/permanent", "1"),
                arguments(FEEDBACK_GIVEN, "/score", "2"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aValueOutOfRangeIsRefused(EventType type, String where, String value) throws Exception {
        // Given
        var pointer = JsonPointer.compile(where);
        var json = Contract.json(Sample.of(type).full());
        var field = pointer.last().getMatchingProperty();
        var parent = (ObjectNode) json.at(pointer.head());
        assertThat(parent.has(field)).isTrue();

        // When
        parent.set(field, new ObjectMapper().readTree(value));

        // Then
        assertThat(Contract.refusals(type, json))
                .extracting(error -> error.getInstanceLocation().toString())
                .containsOnly(where);
    }

    @ParameterizedTest
    @EnumSource
    void eachMissingFieldIsNamed(EventType type) {
        for (var required : Contract.schema(type).getSchemaNode().path("required")) {
            var json = Contract.json(Sample.of(type).full());
            json.remove(required.asText());

            assertThat(Contract.refusals(type, json))
                    .anyMatch(error -> required.asText().equals(error.getProperty()));
        }
    }
}
