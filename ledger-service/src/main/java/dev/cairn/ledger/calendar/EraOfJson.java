package dev.cairn.ledger.calendar;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.DurationDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** Refuses days and instants outside the era, and numbers for times, in bodies and in files. */
@Singleton
public class EraOfJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(module());
    }

    /**
     * The last to register a deserializer wins, and Quarkus registers its own almost at the end.
     */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /** For mappers of files. */
    public static Module module() {
        return new SimpleModule("era")
                .addDeserializer(
                        Instant.class,
                        new Within<>(Instant.class, InstantDeserializer.INSTANT, Era::within))
                .addDeserializer(
                        LocalDate.class,
                        new Within<>(LocalDate.class, LocalDateDeserializer.INSTANCE, Era::within))
                .addDeserializer(
                        Duration.class,
                        new Within<>(
                                Duration.class,
                                DurationDeserializer.INSTANCE,
                                UnaryOperator.identity()));
    }

    /** Reads as usual, and says what is wrong in words that callers may see. */
    private static final class Within<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient JsonDeserializer<T> usual;
        private final transient UnaryOperator<T> check;

        Within(Class<T> type, JsonDeserializer<T> usual, UnaryOperator<T> check) {
            super(type);
            this.usual = usual;
            this.check = check;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken().isNumeric()) {
                throw MismatchedInputException.from(json, handledType(), "a number is no time");
            }
            var value = usual.deserialize(json, context);
            try {
                return value == null ? null : check.apply(value);
            } catch (DateTimeException outside) {
                throw ValueInstantiationException.from(
                        json,
                        outside.getMessage(),
                        context.constructType(handledType()),
                        new IllegalArgumentException("It " + outside.getMessage() + ".", outside));
            }
        }
    }
}
