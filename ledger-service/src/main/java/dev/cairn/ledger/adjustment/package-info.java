/**
 * Support gives and takes points by hand, always for a reason, and large amounts only when a second
 * person agrees.
 */
package dev.cairn.ledger.adjustment;
