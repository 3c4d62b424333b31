/** Text messages over a provider's REST interface. */
package dev.cairn.notify.sms;
