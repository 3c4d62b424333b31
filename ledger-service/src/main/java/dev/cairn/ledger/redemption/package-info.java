/**
 * Members spend points on rewards, once per wish, and get the same points back when it is
 * cancelled.
 */
package dev.cairn.ledger.redemption;
