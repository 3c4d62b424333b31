/** What the ledger does when members are merged or erased. */
package dev.cairn.ledger.member;
