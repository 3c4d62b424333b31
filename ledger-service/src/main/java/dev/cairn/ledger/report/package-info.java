/** What reports have in common: the instants and days that they are asked for, and tables. */
package dev.cairn.ledger.report;
