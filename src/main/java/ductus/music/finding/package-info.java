/**
 * From a score to its melody: the voice that carries the tune in a polyphonic score, its grid and
 * its key. {@link ductus.music.finding.MelodyFinder} is the entrance. Onsets and lengths are ticks
 * until the quantizer makes them grid steps.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.finding;
