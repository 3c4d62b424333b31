/** The service does not start before it knows its sender, its address and its keys. */
package dev.cairn.notify.start;
