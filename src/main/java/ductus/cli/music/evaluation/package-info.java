/**
 * What {@code ductus evaluate} says of models of music: of tunes, of frames drawn as chords, of
 * frames whose keys are predicted each by itself.
 */
@NullMarked
package ductus.cli.music.evaluation;

import org.jspecify.annotations.NullMarked;
