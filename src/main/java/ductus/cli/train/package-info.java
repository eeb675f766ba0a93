/**
 * What all commands that train have in common: their options, and how a run is prepared, watched
 * and told of. What only one task can be told stands in the task's own command, a {@link
 * ductus.cli.train.TaskCommand}.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.train;
