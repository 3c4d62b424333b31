/** Long lists in pieces, by opaque cursors. */
package dev.cairn.kit.page;
