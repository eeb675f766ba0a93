/** A small Spark cluster on this machine: to begin with, to try things out, and for the tests. */
@org.jspecify.annotations.NullMarked
package ductus.spark.local;
