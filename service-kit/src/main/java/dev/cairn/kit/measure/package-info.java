/** What operators watch: measures that are kept, not computed while somebody looks. */
package dev.cairn.kit.measure;
