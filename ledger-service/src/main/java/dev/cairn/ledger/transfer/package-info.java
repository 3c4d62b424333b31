/** Members give points to each other; the points keep the age that they have. */
package dev.cairn.ledger.transfer;
