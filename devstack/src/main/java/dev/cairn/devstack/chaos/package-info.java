/**
 * Hurts the ledger while members use it, and proves that its books are exactly right afterwards.
 */
package dev.cairn.devstack.chaos;
