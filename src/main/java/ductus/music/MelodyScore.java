package ductus.music;

import ductus.music.Score.ProgramChange;
import java.util.ArrayList;
import java.util.List;

/** Writes a melody out as the score of a MIDI file: a conductor's track and the tune. */
public final class MelodyScore {
  /** Resolution of the scores that Ductus makes. */
  public static final int TICKS_PER_QUARTER = 480;

  private static final int BAR_ACCENT = 6;
  private static final int BEAT_ACCENT = 2;
  private static final int OFFBEAT_ACCENT = -4;

  private MelodyScore() {}

  /**
   * Writes the score: tempo, metres and key on track 0, the notes on track 1, channel 0.
   *
   * @param program General MIDI program, 0 to 127
   * @param velocity of notes without accent, 1 to 127; notes on bar lines and beats are a little
   *     louder, others a little softer
   */
  public static Score of(Melody melody, int program, int velocity) {
    if (program < 0 || program > 127) {
      throw new IllegalArgumentException("program must be 0 to 127 but was " + program);
    }
    if (velocity < 1 || velocity > 127) {
      throw new IllegalArgumentException("velocity must be 1 to 127 but was " + velocity);
    }
    List<Bar> bars = melody.bars();
    List<Note> notes = new ArrayList<>(melody.notes().size());
    int bar = 0;
    for (MelodyNote note : melody.notes()) {
      while (note.onset() >= bars.get(bar).end()) {
        bar++;
      }
      double quarters = (double) (note.onset() - bars.get(bar).start()) / melody.stepsPerQuarter();
      long onset = ticks(melody, note.onset());
      notes.add(
          new Note(
              onset,
              ticks(melody, note.end()) - onset,
              note.pitch(),
              accented(velocity, bars.get(bar).metre(), quarters),
              0,
              1));
    }
    List<TimeSignature> metres = new ArrayList<>();
    for (TimeSignature each : melody.timeSignatures()) {
      metres.add(
          new TimeSignature(ticks(melody, each.tick()), each.numerator(), each.denominator()));
    }
    Key key = melody.key();
    return new Score(
        TICKS_PER_QUARTER,
        ticks(melody, melody.steps()),
        notes,
        List.of(new TempoChange(0, microsecondsPerQuarter(melody.quartersPerMinute()))),
        metres,
        List.of(new KeySignature(0, key.fifths(), key.mode().hasMinorThird())),
        List.of(new ProgramChange(0, 0, 1, program)),
        List.of(),
        List.of(
            new TextEvent(0, 0, TextEvent.Kind.TEXT, "K:" + key.abc()),
            new TextEvent(0, 1, TextEvent.Kind.TRACK_NAME, Score.MELODY_TRACK)));
  }

  /**
   * A tempo in MIDI's microseconds a quarter note, held within what a file can say.
   *
   * @param quartersPerMinute above 0
   */
  public static int microsecondsPerQuarter(double quartersPerMinute) {
    return (int) Math.max(1, Math.min(0xFFFFFF, Math.round(60e6 / quartersPerMinute)));
  }

  /**
   * A velocity with the gentle accents of the metre.
   *
   * @param velocity without accent
   * @param quarters from the bar line to the note, in quarter notes
   * @return 1 to 127
   */
  public static int accented(int velocity, TimeSignature metre, double quarters) {
    double beats = quarters / metre.quartersPerBeat();
    int accent =
        quarters < 1e-6
            ? BAR_ACCENT
            : Math.abs(beats - Math.rint(beats)) < 1e-6 ? BEAT_ACCENT : OFFBEAT_ACCENT;
    return Math.max(1, Math.min(127, velocity + accent));
  }

  private static long ticks(Melody melody, long steps) {
    return steps * TICKS_PER_QUARTER / melody.stepsPerQuarter();
  }
}
