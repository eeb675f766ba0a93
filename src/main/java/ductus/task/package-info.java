/**
 * What can be learned. A {@link ductus.task.Task} describes one such thing; each has a room of its
 * own below this package, and {@code registry} lists them. A {@link ductus.task.Training} trains
 * any of them.
 */
@org.jspecify.annotations.NullMarked
package ductus.task;
