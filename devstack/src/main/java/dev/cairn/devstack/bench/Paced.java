package dev.cairn.devstack.bench;

/**
 * What came by the clock, however long the one before took.
 *
 * @param perSecond how many were really sent
 * @param latency from when each was due
 */
record Paced(double perSecond, Latency latency) {}
