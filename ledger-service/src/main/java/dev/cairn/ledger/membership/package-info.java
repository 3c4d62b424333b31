/** Which tier and segments members belong to, so that rewards can be theirs. */
package dev.cairn.ledger.membership;
