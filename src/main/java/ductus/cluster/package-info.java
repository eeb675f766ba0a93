/**
 * Work that is sent to many machines, whatever engine they run: what commands ask a {@link
 * ductus.cluster.Cluster} for. The engine itself is not here; a {@link
 * ductus.cluster.ClusterProvider} that is on the class path brings it ({@code spark/} has one for
 * Apache Spark), so nothing else of Ductus knows or needs it.
 */
@org.jspecify.annotations.NullMarked
package ductus.cluster;
