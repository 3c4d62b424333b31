/** Text that can be kept and given back as it came. */
package dev.cairn.kit.text;
