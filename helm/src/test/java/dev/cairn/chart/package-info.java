/** The Helm chart does what its README promises, proven without a cluster. */
package dev.cairn.chart;
