/** A record that nobody can read is set aside alone, on every topic and for every consumer. */
package dev.cairn.e2e.poison;
