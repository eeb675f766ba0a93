/**
 * Harmony for tunes: chords by a network that tags beats, four voices by resampling; requests and
 * provenance, training of both, and how good they are on what they have not seen.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.harmony;
