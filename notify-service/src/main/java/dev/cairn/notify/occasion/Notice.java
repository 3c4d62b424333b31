package dev.cairn.notify.occasion;

import dev.cairn.notify.candidate.Candidate;
import dev.cairn.notify.delivery.Retraction;

/** What an event means for messages. */
sealed interface Notice {

    /** It is worth a word. */
    record Say(Candidate candidate) implements Notice {}

    /** It makes an earlier word untrue. */
    record TakeBack(Retraction retraction) implements Notice {}

    /** It needs no word. */
    record Nothing() implements Notice {}
}
