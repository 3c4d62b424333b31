/**
 * Where messages of a trial end: a mail server, an SMS provider and a push provider to look into.
 */
package dev.cairn.devstack.sinks;
