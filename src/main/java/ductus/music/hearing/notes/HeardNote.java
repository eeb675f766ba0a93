package ductus.music.hearing.notes;

/**
 * A note that sounds.
 *
 * @param onset seconds from the start of the sound, 0 or more
 * @param end seconds, behind the onset
 * @param pitch MIDI key number
 * @param velocity 1 to 127
 */
public record HeardNote(double onset, double end, int pitch, int velocity) {
  public HeardNote {
    if (!(onset >= 0 && end > onset)) {
      throw new IllegalArgumentException(
          "a note must end behind its onset but goes from %s to %s".formatted(onset, end));
    }
    if (pitch < 0 || pitch > 127 || velocity < 1 || velocity > 127) {
      throw new IllegalArgumentException(
          "pitch must be 0 to 127 and velocity 1 to 127 but were " + pitch + " and " + velocity);
    }
  }
}
