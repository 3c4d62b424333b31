/** Addresses that must not be written to, remembered even after the member is gone. */
package dev.cairn.notify.suppression;
