/** Awards: what each member should have, told to the ledger whenever it changes. */
package dev.cairn.rules.award;
