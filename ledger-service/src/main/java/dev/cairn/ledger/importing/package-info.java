/** Points that members bring along from another system come in by a file, each line once. */
package dev.cairn.ledger.importing;
