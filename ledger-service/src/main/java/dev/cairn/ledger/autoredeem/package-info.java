/**
 * A member who wants it gets a reward by itself, as often as fits, whenever there are points
 * enough, and keeps as many points as she likes.
 */
package dev.cairn.ledger.autoredeem;
