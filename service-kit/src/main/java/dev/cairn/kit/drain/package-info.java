/** A service that is asked to stop sends its callers elsewhere before it does. */
package dev.cairn.kit.drain;
