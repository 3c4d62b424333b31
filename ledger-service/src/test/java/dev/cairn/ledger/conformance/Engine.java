package dev.cairn.ledger.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A ledger that runs one case. */
interface Engine {

    /** What became of a command. */
    sealed interface Answer {
        record Accepted() implements Answer {}

        /**
         * It was refused.
         *
         * @param why type and figures
         */
        record Refused(ObjectNode why) implements Answer {}
    }

    /** Lets all fall due that is due at this instant. */
    void setTime(Instant now);

    /** Does what a step asks for. */
    Answer execute(Command command);

    /** What can be seen now. */
    Books books();
}
