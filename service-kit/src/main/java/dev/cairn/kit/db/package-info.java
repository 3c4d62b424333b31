/** Talking to PostgreSQL in plain SQL, one transaction per use case. */
package dev.cairn.kit.db;
