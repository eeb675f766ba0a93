/** The list of all tasks, from which commands, sweeps, clusters and the studio serve every one. */
@org.jspecify.annotations.NullMarked
package ductus.task.registry;
