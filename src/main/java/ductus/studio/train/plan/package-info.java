/**
 * What the page can have learned, from which folders and files, in which proportions, and what that
 * would take. All of it comes from the registry of tasks: what is chosen becomes a configuration
 * and the arguments of the task's own command.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio.train.plan;
