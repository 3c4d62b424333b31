/**
 * Takes members in and keeps what they tell about themselves, without anything to reach them by.
 */
package dev.cairn.segment.profile;
