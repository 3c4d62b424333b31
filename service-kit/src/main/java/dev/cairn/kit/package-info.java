/** What two services would otherwise have to keep in sync by hand. */
package dev.cairn.kit;
