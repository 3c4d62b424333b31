/** What those who drive a virtual time may set and see, on the management port. */
package dev.cairn.kit.management;
