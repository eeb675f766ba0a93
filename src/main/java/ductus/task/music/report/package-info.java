/**
 * Describes a score for people and programs: tempo, metre, key, voices, and which kinds of music
 * can take it in.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.music.report;
