/** What a native executable has to know about our own classes, told by rule instead of by list. */
package dev.cairn.kit.nativeimage;
