/**
 * Apache Spark as a {@link ductus.cluster.Cluster}: the session, and independent command lines on
 * its executors. Nothing of Ductus itself uses it.
 */
@org.jspecify.annotations.NullMarked
package ductus.spark;
