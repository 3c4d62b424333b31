/** How shops, members and staff talk to a running platform: tokens, calls, time, and silence. */
package dev.cairn.devstack.client;
