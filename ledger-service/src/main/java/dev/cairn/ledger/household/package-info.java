/**
 * Members pool points: they give to the household's account, spend out of it by its rule, and get
 * back what is left of theirs when they leave.
 */
package dev.cairn.ledger.household;
