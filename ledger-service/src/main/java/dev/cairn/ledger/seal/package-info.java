/** Each closed day of the journal is sealed, so that nobody can change the past unnoticed. */
package dev.cairn.ledger.seal;
