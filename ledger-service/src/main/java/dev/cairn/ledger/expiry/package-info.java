/**
 * Points become spendable, run out, and are announced before they run out, when their time comes.
 */
package dev.cairn.ledger.expiry;
