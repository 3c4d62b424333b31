/**
 * Members spend points on rewards, once per wish, or have shops reserve them first, and get the
 * same points back when it is cancelled.
 */
package dev.cairn.ledger.redemption;
