/** What happens once only, however often and however late it is asked for again. */
package dev.cairn.ledger.once;
