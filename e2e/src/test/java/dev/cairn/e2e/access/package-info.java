/** Who may do what: every endpoint against every kind of caller. */
package dev.cairn.e2e.access;
