package dev.cairn.devstack.chaos;

import java.time.Duration;

/**
 * One thing that goes wrong.
 *
 * @param after time to leave everybody alone before it
 * @param choice which of several victims, as a fraction
 * @param lasting how long it lasts, where it lasts
 */
record Strike(Fault fault, Duration after, double choice, Duration lasting) {}
