package ductus.music.musicxml.read;

/**
 * A note as it is written; one of length 0 is a grace note.
 *
 * @param onset ticks from the start of the measure
 * @param duration ticks
 * @param pitch MIDI key as it sounds
 * @param velocity 1 to 127
 * @param drum whether it is a stroke of a drum
 * @param instrument id of its instrument in the part
 * @param voice number of its voice in the part
 * @param tiedBefore whether it goes on from the note before
 * @param tiedOn whether the next one goes on from it
 * @param withBefore whether it is struck together with the grace note before
 */
record WrittenNote(
    long onset,
    long duration,
    int pitch,
    int velocity,
    boolean drum,
    String instrument,
    int voice,
    boolean tiedBefore,
    boolean tiedOn,
    boolean withBefore) {
  boolean isGrace() {
    return duration == 0;
  }

  /** Returns the note at a scale that is finer by a factor. */
  WrittenNote times(long factor) {
    return new WrittenNote(
        onset * factor,
        duration * factor,
        pitch,
        velocity,
        drum,
        instrument,
        voice,
        tiedBefore,
        tiedOn,
        withBefore);
  }
}
