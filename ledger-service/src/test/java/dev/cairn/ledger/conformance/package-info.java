/** Runs the published cases of docs/conformance/ledger against this ledger. */
package dev.cairn.ledger.conformance;
