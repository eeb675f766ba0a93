/** What the bench found, as tables for people, JSON and a chart. */
@org.jspecify.annotations.NullMarked
package ductus.bench.report;
