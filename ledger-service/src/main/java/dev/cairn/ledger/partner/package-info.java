/**
 * Other brands accept the programme's points: they quote a price to a member who is there, reserve
 * and take the points, refund in part, and are paid by settlements that net to zero.
 */
package dev.cairn.ledger.partner;
