package dev.cairn.kit.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/**
 * Text that PostgreSQL keeps as it came: all of Unicode but U+0000, which it refuses, and halves of
 * surrogate pairs, which become question marks on the way.
 */
public final class StorableText {
    /** What is wrong with other text, to be put behind the name of the field. */
    public static final String REFUSAL = "holds U+0000 or half of a surrogate pair";

    private StorableText() {}

    /** Whether the text can be kept; nothing can. */
    public static boolean storable(String text) {
        var end = text == null ? 0 : text.length();
        for (int i = 0, point; i < end; i += Character.charCount(point)) {
            point = text.codePointAt(i);
            if (point == 0
                    || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    /** Lets a mapper refuse values and names that cannot be kept. */
    public static Module module() {
        return new SimpleModule("storable-text")
                .addDeserializer(String.class, new Value())
                .addKeyDeserializer(String.class, new Name());
    }

    private static String checked(String text, JsonParser json, DeserializationContext context)
            throws IOException {
        if (storable(text)) {
            return text;
        }
        throw ValueInstantiationException.from(
                json,
                REFUSAL,
                context.constructType(String.class),
                new IllegalArgumentException("It " + REFUSAL + "."));
    }

    private static final class Value extends StringDeserializer {
        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            return checked(super.deserialize(json, context), json, context);
        }
    }

    private static final class Name extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context)
                throws IOException {
            return checked(key, context.getParser(), context);
        }
    }
}
