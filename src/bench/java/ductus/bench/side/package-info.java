/**
 * The sides of a comparison: our own, and how each peer's program is obtained, started and asked.
 */
@org.jspecify.annotations.NullMarked
package ductus.bench.side;
