package dev.cairn.rules.programme;

/** A name that members see, in the languages that Cairn speaks. */
public record Title(String en, String de) {

    /** The name in a language; English when it is not spoken. */
    public String in(String language) {
        return language.equals("de") ? de : en;
    }
}
