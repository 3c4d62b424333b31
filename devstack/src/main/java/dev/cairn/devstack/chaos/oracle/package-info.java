/**
 * A second opinion about points: the ledger's rules written again from its description, so that its
 * books can be held against something that shares no line with it.
 */
package dev.cairn.devstack.chaos.oracle;
