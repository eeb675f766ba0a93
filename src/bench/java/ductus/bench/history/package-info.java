/**
 * What the bench found in earlier runs, by commit and machine: the table in {@code
 * src/docs/bench-history.csv}. May use {@code bench.measure} and {@code bench.report}.
 */
@org.jspecify.annotations.NullMarked
package ductus.bench.history;
