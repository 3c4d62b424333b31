/** Prices that members are promised for a while, also for paying a bill in part with points. */
package dev.cairn.ledger.quote;
