/** Asking a running service whether it answers, with nothing but its own executable. */
package dev.cairn.kit.probe;
