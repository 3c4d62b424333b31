/** The point currencies of the programme and the rules that each of them follows. */
package dev.cairn.ledger.currency;
