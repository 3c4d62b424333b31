/** Tells what a native executable costs: to build, to start, to keep. */
package dev.cairn.devstack.measure;
