package dev.cairn.kit.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * A value of another kind is never taken for what was meant: no text for a number, no number for a
 * text or a truth, and above all no empty text for an absent limit.
 */
@Singleton
public class StrictScalars implements ObjectMapperCustomizer {
    private static final List<LogicalType> NUMBERS_AND_TRUTHS =
            List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean);
    private static final List<CoercionInputShape> NO_TEXTS =
            List.of(
                    CoercionInputShape.Integer,
                    CoercionInputShape.Float,
                    CoercionInputShape.Boolean);

    @Override
    public void customize(ObjectMapper json) {
        json.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        for (var type : NUMBERS_AND_TRUTHS) {
            json.coercionConfigFor(type)
                    .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        }
        json.coercionConfigFor(LogicalType.Boolean)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        for (var shape : NO_TEXTS) {
            json.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
    }
}
