package dev.cairn.notify.decision;

import java.time.Instant;

/** A slot of the frequency cap that an earlier message took. */
public record Reservation(Instant at, boolean marketing) {}
