/**
 * Keeps what an award has paid equal to what it is worth now, whatever order the news arrives in.
 */
package dev.cairn.ledger.award;
