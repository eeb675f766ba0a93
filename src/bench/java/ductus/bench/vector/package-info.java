/** The loops that find the machine's limits; they stand apart because they need the Vector API. */
@org.jspecify.annotations.NullMarked
package ductus.bench.vector;
