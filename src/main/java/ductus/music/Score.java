package ductus.music;

import java.util.List;

/**
 * The content of a MIDI file, in ticks. All lists are sorted by tick, notes by onset, then pitch,
 * then track, then channel, then duration.
 *
 * @param ticksPerQuarter resolution, 1 or more
 * @param length ticks to the end of the last track, at least to the end of the last note
 * @param notes all notes of all tracks, drums included
 * @param tempos first one at tick 0 unless the file has none there
 * @param timeSignatures likewise; a file without any is in 4/4
 * @param keySignatures likewise
 * @param programs instruments
 * @param pedals the sustain pedal
 * @param texts titles, lyrics, markers, chord symbols
 */
public record Score(
    int ticksPerQuarter,
    long length,
    List<Note> notes,
    List<TempoChange> tempos,
    List<TimeSignature> timeSignatures,
    List<KeySignature> keySignatures,
    List<ProgramChange> programs,
    List<PedalChange> pedals,
    List<TextEvent> texts) {
  /** Name of the track that holds a tune, in the files that Ductus writes. */
  public static final String MELODY_TRACK = "Melody";

  /** Name of the track that holds chords and their symbols, in the files that Ductus writes. */
  public static final String CHORD_TRACK = "Chords";

  /** Name of the track that holds the drums, in the files that Ductus writes. */
  public static final String DRUM_TRACK = "Drums";

  /**
   * The instrument of a channel from a tick on.
   *
   * @param program General MIDI program, 0 to 127
   */
  public record ProgramChange(long tick, int channel, int track, int program) {}

  /**
   * A change of the sustain pedal (controller 64) as data; notes keep the length of their keys.
   *
   * @param value 0 to 127; 64 and more is down
   */
  public record PedalChange(long tick, int channel, int track, int value) {}

  public Score {
    if (ticksPerQuarter < 1) {
      throw new IllegalArgumentException(
          "ticks per quarter must be 1 or more but was " + ticksPerQuarter);
    }
    notes = List.copyOf(notes);
    tempos = List.copyOf(tempos);
    timeSignatures = List.copyOf(timeSignatures);
    keySignatures = List.copyOf(keySignatures);
    programs = List.copyOf(programs);
    pedals = List.copyOf(pedals);
    texts = List.copyOf(texts);
  }

  /** Returns this score in other metres. */
  public Score withTimeSignatures(List<TimeSignature> changes) {
    return new Score(
        ticksPerQuarter, length, notes, tempos, changes, keySignatures, programs, pedals, texts);
  }

  /** The first program of a channel, in a track if there is one in it; 0 if there is none. */
  public int program(int track, int channel) {
    List<ProgramChange> changes =
        programs.stream().filter(change -> change.channel() == channel).toList();
    return changes.stream()
        .filter(change -> change.track() == track)
        .findFirst()
        .or(() -> changes.stream().findFirst())
        .map(ProgramChange::program)
        .orElse(0);
  }

  /** The name of a track; empty if it has none. */
  public String trackName(int track) {
    return texts.stream()
        .filter(text -> text.track() == track && text.kind() == TextEvent.Kind.TRACK_NAME)
        .map(text -> text.text().strip())
        .findFirst()
        .orElse("");
  }

  /** Returns this score with other notes. */
  public Score withNotes(List<Note> others) {
    return new Score(
        ticksPerQuarter,
        length,
        others,
        tempos,
        timeSignatures,
        keySignatures,
        programs,
        pedals,
        texts);
  }
}
