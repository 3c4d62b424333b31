/** Whether a message is sent, waits or stays unsaid, and why. */
package dev.cairn.notify.decision;
