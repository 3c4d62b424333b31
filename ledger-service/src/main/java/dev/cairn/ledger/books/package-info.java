/** What the programme owes its members, how old it is, and how much of it is never spent. */
package dev.cairn.ledger.books;
