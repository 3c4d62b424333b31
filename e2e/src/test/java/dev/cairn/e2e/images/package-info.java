/** Container images can be built from what the build makes, and run without rights. */
package dev.cairn.e2e.images;
