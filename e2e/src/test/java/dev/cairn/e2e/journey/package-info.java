/** What members, shops and staff go through, from the first purchase to the message about it. */
package dev.cairn.e2e.journey;
