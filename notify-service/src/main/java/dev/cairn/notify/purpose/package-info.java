/** What members can agree to hear about. */
package dev.cairn.notify.purpose;
