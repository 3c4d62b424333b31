/** Taking events in: none lost, none applied twice, a bad one set aside alone. */
package dev.cairn.kit.intake;
