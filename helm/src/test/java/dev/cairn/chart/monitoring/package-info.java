/** What operators watch: dashboards, alerts, runbooks; and whether they say what is true. */
package dev.cairn.chart.monitoring;
