/** Push messages to the members' phones. */
package dev.cairn.notify.push;
