/**
 * Members change points of one currency into points of another, at a dated rate and without making
 * them younger.
 */
package dev.cairn.ledger.conversion;
