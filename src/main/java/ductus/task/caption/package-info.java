/**
 * Captions of sketches: drawings with a few words each, what a network sees of them, its training,
 * and how many captions it gets right.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.caption;
