package dev.cairn.rules.programme;

import java.util.List;

/** The programme file cannot run; the message says everything that is wrong with it. */
public class InvalidProgramme extends RuntimeException {
    private final transient List<String> mistakes;

    InvalidProgramme(String file, List<String> mistakes) {
        super("The programme file " + file + " is not valid: " + String.join("; ", mistakes) + ".");
        this.mistakes = List.copyOf(mistakes);
    }

    /** One sentence per mistake. */
    public List<String> mistakes() {
        return mistakes;
    }
}
