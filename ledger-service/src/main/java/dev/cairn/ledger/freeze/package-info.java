/**
 * Support freezes a member's points while something is being cleared up: they come but do not go.
 */
package dev.cairn.ledger.freeze;
