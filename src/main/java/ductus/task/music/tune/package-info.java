/**
 * What melodies and lead sheets share when they are drawn: the way between a model's keys and
 * theirs, what they go on from, the chords that they are written over.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.tune;
