/** A member who wants to be forgotten is, and one who wants to know what is kept is told. */
package dev.cairn.ledger.erasure;
