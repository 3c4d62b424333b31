/** The same command sent twice has one effect and one answer. */
package dev.cairn.kit.idempotency;
