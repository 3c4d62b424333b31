/**
 * What a member owns: points by state, the lots that give them an age, and the journal of every
 * change.
 */
package dev.cairn.ledger.account;
