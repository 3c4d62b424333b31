/** Whatever is killed while the shop is open, nothing is lost and nothing is doubled. */
package dev.cairn.e2e.fault;
