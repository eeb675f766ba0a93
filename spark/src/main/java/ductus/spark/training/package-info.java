/**
 * Training on barrier tasks: every executor has a replica of the network and its own shards of each
 * batch; gradients go from executor to executor, not through the driver.
 */
@org.jspecify.annotations.NullMarked
package ductus.spark.training;
