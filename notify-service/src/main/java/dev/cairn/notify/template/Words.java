package dev.cairn.notify.template;

import java.util.Map;

/** A text with gaps. */
@FunctionalInterface
interface Words {
    /** The text with its gaps filled. */
    String fill(Map<String, Object> values);
}
