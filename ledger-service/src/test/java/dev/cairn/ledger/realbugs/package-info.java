/** Mistakes that other loyalty systems made in public, each shown not to be made here. */
package dev.cairn.ledger.realbugs;
