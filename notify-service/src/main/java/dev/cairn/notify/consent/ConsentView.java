package dev.cairn.notify.consent;

import java.time.Instant;

/** A consent in an answer. */
public record ConsentView(
        String purpose, String channel, boolean granted, String origin, Instant since) {

    static ConsentView of(Answer answer) {
        return new ConsentView(
                answer.topic().purpose().text(),
                answer.topic().channel().text(),
                answer.granted(),
                answer.origin(),
                answer.at());
    }
}
