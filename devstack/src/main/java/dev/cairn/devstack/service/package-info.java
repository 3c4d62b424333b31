/** Runs the four services of the platform against the embedded infrastructure. */
package dev.cairn.devstack.service;
