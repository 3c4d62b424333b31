/** Starts programs that outlive us, recognises them again, and ends only those. */
package dev.cairn.devstack.process;
