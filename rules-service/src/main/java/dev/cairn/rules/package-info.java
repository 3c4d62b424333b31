/** Says what activities were worth, and how far members are with their goals. */
package dev.cairn.rules;
