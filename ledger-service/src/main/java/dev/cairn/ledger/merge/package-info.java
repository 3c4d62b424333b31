/**
 * Two members turned out to be one: all that one has and owes goes on with the other, also what
 * comes later.
 */
package dev.cairn.ledger.merge;
