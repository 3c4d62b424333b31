/** The rewards that points buy, what they cost and how many are left. */
package dev.cairn.ledger.catalogue;
