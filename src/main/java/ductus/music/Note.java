package ductus.music;

import java.util.Comparator;

/**
 * A note as a MIDI file gives it.
 *
 * @param onset ticks from the start of the piece
 * @param duration ticks, 0 or more
 * @param pitch MIDI key number, 0 to 127; 60 is middle C
 * @param velocity of the key's stroke, 1 to 127
 * @param channel 0 to 15; 9 is the drum channel
 * @param track index of the track in its file
 */
public record Note(long onset, long duration, int pitch, int velocity, int channel, int track) {
  /** The channel that General MIDI keeps for drums (the tenth). */
  public static final int DRUM_CHANNEL = 9;

  /** The order of the notes of a score: by onset, pitch, track. */
  public static final Comparator<Note> ORDER =
      Comparator.comparingLong(Note::onset)
          .thenComparingInt(Note::pitch)
          .thenComparingInt(Note::track);

  public Note {
    if (onset < 0 || duration < 0) {
      throw new IllegalArgumentException(
          "onset and duration must be 0 or more but were " + onset + " and " + duration);
    }
    if (pitch < 0 || pitch > 127 || velocity < 1 || velocity > 127) {
      throw new IllegalArgumentException(
          "pitch must be 0 to 127 and velocity 1 to 127 but were " + pitch + " and " + velocity);
    }
    if (channel < 0 || channel > 15) {
      throw new IllegalArgumentException("channel must be 0 to 15 but was " + channel);
    }
  }

  /** Tick at which the note ends. */
  public long end() {
    return onset + duration;
  }

  /** Whether the note is a drum stroke. */
  public boolean isDrum() {
    return channel == DRUM_CHANNEL;
  }
}
