/** What staff gives or takes beyond a currency's limit waits until a second person agrees. */
package dev.cairn.ledger.approval;
