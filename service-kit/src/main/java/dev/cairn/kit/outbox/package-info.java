/** Telling others what happened, if and only if it was committed. */
package dev.cairn.kit.outbox;
