/** What members tell about themselves: their time zone and how complete their profile is. */
package dev.cairn.rules.member;
