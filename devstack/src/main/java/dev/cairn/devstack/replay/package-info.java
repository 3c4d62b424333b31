/** Plays a shop's real purchase file through the platform and writes down what each member has. */
package dev.cairn.devstack.replay;
