package dev.cairn.ledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.cairn.kit.problem.ProblemMappers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EraTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(EraOfJson.module())
                    .build();

    record Body(Instant at, List<LocalDate> days) {}

    @Test
    void theFirstAndTheLastDayBelongToIt() {
        assertThat(Era.instant("1970-01-01T00:00:00Z")).isEqualTo(Instant.EPOCH);
        assertThat(Era.instant("9999-12-31T23:59:59.999999Z")).isBefore(Era.END);
        assertThat(Era.day("1970-01-01")).isEqualTo(LocalDate.EPOCH);
        assertThat(Era.day("9999-12-31")).isEqualTo("9999-12-31");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59.999999Z",
                "+10000-01-01T00:00:00Z",
                "-5000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z"
            })
    void anInstantOutsideIsRefused(String text) {
        assertThatThrownBy(() -> Era.instant(text))
                .isInstanceOf(DateTimeException.class)
                .isNotInstanceOf(DateTimeParseException.class)
                .hasMessage(Era.OUTSIDE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31", "+10000-01-01", "-5000-01-01", "+999999999-12-31"})
    void aDayOutsideIsRefused(String text) {
        assertThatThrownBy(() -> Era.day(text)).hasMessage(Era.OUTSIDE);
    }

    @Test
    void aBodyInsideIsReadAsUsual() throws JsonProcessingException {
        var body =
                JSON.readValue(
                        "{\"at\":\"2026-03-01T12:00:00Z\",\"days\":[\"2026-03-01\"]}", Body.class);

        assertThat(body.at()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(body.days()).containsExactly(LocalDate.parse("2026-03-01"));
        assertThat(JSON.readValue("{\"at\":null}", Body.class).at()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"at\":\"-5000-01-01T00:00:00Z\"}                  | at",
                "{\"days\":[\"2026-03-01\",\"+999999999-12-31\"]}    | days[1]",
                "{\"at\":\"9999999999999999999\"}                    | at",
                "{\"days\":[\"soon\"]}                               | days[0]"
            })
    void aBodyOutsideIsRefusedWithItsField(String text, String field) {
        assertThatThrownBy(() -> JSON.readValue(text, Body.class))
                .isInstanceOfSatisfying(
                        JsonProcessingException.class,
                        failure ->
                                assertThat(ProblemMappers.explain(failure).asBody())
                                        .containsEntry("field", field));
    }
}
