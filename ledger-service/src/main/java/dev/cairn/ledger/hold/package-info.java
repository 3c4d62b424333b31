/**
 * A shop reserves a member's points, takes them in one or several parts, or lets them go; reserved
 * points are promised to nobody else and do not run out, nor is a reward that is reserved with
 * them.
 */
package dev.cairn.ledger.hold;
