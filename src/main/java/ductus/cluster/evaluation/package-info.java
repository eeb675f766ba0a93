/**
 * Models that machines of a cluster measure: {@link ductus.cluster.evaluation.ClusterModel} shares
 * groups out, and what is computed of a group is a {@link
 * ductus.cluster.evaluation.ClusterModel.ModelComputation}. What is measured is read where the
 * command is started and sent; the machines see the model.
 */
@org.jspecify.annotations.NullMarked
package ductus.cluster.evaluation;
