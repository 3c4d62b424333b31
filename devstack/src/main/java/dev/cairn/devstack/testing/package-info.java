/** Gives every test module its own real infrastructure, started once. */
package dev.cairn.devstack.testing;
