/**
 * What is asked of a new setting for four voices: its key, the chords its phrases end on, the
 * voices that are given.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.choir;
