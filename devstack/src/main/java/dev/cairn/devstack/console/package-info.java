/** The commands with which a person starts, watches and stops a platform. */
package dev.cairn.devstack.console;
