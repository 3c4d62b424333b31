/** Codes that members get for a reward, from a pool, each handed out once. */
package dev.cairn.ledger.code;
