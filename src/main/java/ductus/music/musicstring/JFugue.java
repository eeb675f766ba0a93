package ductus.music.musicstring;

import ductus.music.Score;
import java.util.List;
import java.util.Optional;
import javax.sound.midi.MidiEvent;

/**
 * What JFugue does for us. Its jar is not on Maven Central, and whatever uses it stands apart, in
 * {@code ductus.music.jfugue}, and is loaded by name: a build without it lacks that package alone.
 */
public interface JFugue {
  /** The notes, programs and pedals of a score of one track as events of MIDI. */
  List<MidiEvent> events(Score score);

  /** Says what tokens mean to it. */
  TokenReader tokens();

  /** JFugue, where this build has it and its jar is on the class path. */
  static Optional<JFugue> find() {
    return FoundJFugue.LIBRARY;
  }
}
