/** The trial cluster of {@code k8s/dev} fits together, and fits the chart. */
package dev.cairn.chart.dev;
