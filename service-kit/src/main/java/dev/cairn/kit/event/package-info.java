/** Events on the wire: CloudEvents 1.0 in binary mode with JSON data. */
package dev.cairn.kit.event;
