/** Messages on their way: decided at send time, handed over, retried, and settled. */
package dev.cairn.notify.delivery;
