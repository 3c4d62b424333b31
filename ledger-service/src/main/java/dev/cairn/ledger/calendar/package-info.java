/** Which days and instants callers may name. */
package dev.cairn.ledger.calendar;
