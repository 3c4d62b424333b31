package dev.cairn.ledger.catalogue;

import java.util.Map;

/**
 * Something that points buy.
 *
 * @param title by language; English is always there
 * @param stock how many are left; null means that there is no limit
 * @param active whether members can have it
 */
public record Reward(String id, Map<String, String> title, long price, Long stock, boolean active) {

    /** Whether a member that has the points would get it now. */
    public boolean available() {
        return active && (stock == null || stock > 0);
    }

    /** The title in a language, or in English. */
    public String titleIn(String language) {
        return title.getOrDefault(language, title.get("en"));
    }
}
