package dev.cairn.rules.programme;

import java.util.Optional;

/** Whether a programme may take over from the one that was in force. */
public final class ProgrammeVersions {

    private ProgrammeVersions() {}

    /** A version that was in force, with the hash of what it meant. */
    public record Recorded(String id, int version, String hash) {}

    /** What to do with a programme file at start. */
    public sealed interface Verdict {
        /** The programme that was in force goes on. */
        record Unchanged() implements Verdict {}

        /** A newer version takes over. */
        record Newer() implements Verdict {}

        /** The file must not run; the sentence says why and what to do. */
        record Refused(String sentence) implements Verdict {}
    }

    /** Compares a programme with the newest version that was in force. */
    public static Verdict decide(Programme programme, String hash, Optional<Recorded> newest) {
        if (newest.isEmpty()) {
            return new Verdict.Newer();
        }
        var before = newest.get();
        if (!before.id().equals(programme.id())) {
            return new Verdict.Refused(
                    "The programme file is for %s, but this database belongs to %s."
                            .formatted(programme.id(), before.id()));
        }
        if (programme.version() < before.version()) {
            return new Verdict.Refused(
                    "The programme file has version %d, but version %d is in force already."
                            .formatted(programme.version(), before.version()));
        }
        if (programme.version() > before.version()) {
            return new Verdict.Newer();
        }
        return before.hash().equals(hash)
                ? new Verdict.Unchanged()
                : new Verdict.Refused(
                        "The programme file was changed but still says version %d: give it version %d."
                                .formatted(before.version(), before.version() + 1));
    }
}
