/** What members and the programme can see of points: balances, what runs out next, every entry. */
package dev.cairn.ledger.points;
