/** Proves from the journal that no point was lost, doubled or invented. */
package dev.cairn.ledger.proof;
