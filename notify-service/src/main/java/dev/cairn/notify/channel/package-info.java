/** The ways in which a message can reach a member. */
package dev.cairn.notify.channel;
