/** The only truth about points: what was earned, spent, taken back and lost, and a proof of it. */
package dev.cairn.ledger;
