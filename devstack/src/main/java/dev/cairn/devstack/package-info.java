/** Starts a whole loyalty platform on one machine, looks after it, and stops it again. */
package dev.cairn.devstack;
