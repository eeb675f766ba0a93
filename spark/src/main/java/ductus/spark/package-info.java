/**
 * Apache Spark as a {@link ductus.cluster.Cluster}: the session, and independent command lines on
 * its executors. May use everything of Ductus and of Spark; nothing of Ductus uses it.
 */
@org.jspecify.annotations.NullMarked
package ductus.spark;
