package ductus.music.arrangement;

import ductus.music.TimeSignature;
import ductus.music.harmony.ChordChange;
import java.util.ArrayList;
import java.util.List;

/** Other forms of an arrangement, to learn more from: parts, transposed, faster, louder. */
public final class ArrangementForms {
  /** Semitones by which the twelve forms are higher. */
  private static final int[] TRANSPOSITIONS = {0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6};

  /** Factors of the tempos of the forms. */
  private static final double[] SPEEDS = {1, 0.95, 1.05, 0.9, 1.1};

  /** Classes of velocity by which the forms are louder. */
  private static final int[] ACCENTS = {0, 1, -1, 2, -2, 0, 1};

  private ArrangementForms() {}

  /**
   * Returns a dozen forms, itself first: each in another key, most at another tempo and loudness.
   * Drums are never transposed; those that leave the pitches of MIDI are left out.
   */
  public static List<Arrangement> of(Arrangement arrangement) {
    List<Arrangement> forms = new ArrayList<>();
    for (int i = 0; i < TRANSPOSITIONS.length; i++) {
      int semitones = TRANSPOSITIONS[i];
      if (arrangement.notes().stream()
          .filter(note -> !note.isDrum())
          .allMatch(note -> note.pitch() + semitones >= 0 && note.pitch() + semitones <= 127)) {
        forms.add(
            changed(
                arrangement, semitones, SPEEDS[i % SPEEDS.length], ACCENTS[i % ACCENTS.length]));
      }
    }
    return forms;
  }

  /**
   * Returns an arrangement higher, faster and louder.
   *
   * @param semitones that all but drums are higher, chords with them
   * @param speed factor of all tempos, as far as they go
   * @param accent classes of velocity that it is louder, as far as they go
   */
  public static Arrangement changed(
      Arrangement arrangement, int semitones, double speed, int accent) {
    return new Arrangement(
        arrangement.metres(),
        arrangement.tempos().stream()
            .map(tempo -> new TempoStep(tempo.step(), scaled(tempo.quartersPerMinute(), speed)))
            .toList(),
        arrangement.chords().stream()
            .map(chord -> new ChordChange(chord.step(), chord.chord().transpose(semitones)))
            .toList(),
        arrangement.notes().stream()
            .map(
                note ->
                    new PartNote(
                        note.onset(),
                        note.duration(),
                        note.pitch() + (note.isDrum() ? 0 : semitones),
                        Math.max(0, Math.min(PartNote.VELOCITIES - 1, note.velocity() + accent)),
                        note.program(),
                        note.part()))
            .toList());
  }

  private static double scaled(double tempo, double speed) {
    return Math.max(TempoStep.SLOWEST, Math.min(TempoStep.FASTEST, tempo * speed));
  }

  /**
   * Cuts an arrangement into parts of so many bars; the last one may be up to half as long again.
   * What sounds on at the end of a part ends there.
   */
  public static List<Arrangement> parts(Arrangement arrangement, int bars) {
    List<Integer> lines = barLines(arrangement);
    List<Arrangement> parts = new ArrayList<>();
    for (int first = 0; first < lines.size(); ) {
      boolean last = lines.size() - first <= bars * 3 / 2;
      int next = last ? lines.size() : first + bars;
      int to = last ? Integer.MAX_VALUE : lines.get(next);
      parts.add(part(arrangement, lines.get(first), to));
      first = next;
    }
    return parts;
  }

  /** Steps at which the bars of an arrangement begin. */
  public static List<Integer> barLines(Arrangement arrangement) {
    List<Integer> lines = new ArrayList<>();
    List<TimeSignature> metres = arrangement.metres();
    int end = Math.max(1, arrangement.lastStep() + 1);
    for (int i = 0; i < metres.size(); i++) {
      long to = i + 1 < metres.size() ? metres.get(i + 1).tick() : end;
      for (BarLine bar = BarLine.of(metres.get(i)); bar.start() < to; bar = bar.next()) {
        lines.add(bar.start());
      }
    }
    return lines;
  }

  /**
   * The part of an arrangement that begins from one bar line to another; it becomes the start.
   *
   * @param from step of a bar line
   * @param to step of a later one
   */
  public static Arrangement part(Arrangement arrangement, int from, int to) {
    List<TimeSignature> metres = new ArrayList<>();
    for (TimeSignature metre : arrangement.metres()) {
      if (metre.tick() <= from) {
        metres.clear();
      }
      if (metre.tick() < to) {
        long step = Math.max(0, metre.tick() - from);
        metres.add(new TimeSignature(step, metre.numerator(), metre.denominator()));
      }
    }
    List<TempoStep> tempos = new ArrayList<>();
    for (TempoStep tempo : arrangement.tempos()) {
      if (tempo.step() <= from) {
        tempos.clear();
      }
      if (tempo.step() < to) {
        tempos.add(new TempoStep(Math.max(0, tempo.step() - from), tempo.quartersPerMinute()));
      }
    }
    List<ChordChange> chords = new ArrayList<>();
    for (ChordChange chord : arrangement.chords()) {
      if (chord.step() <= from) {
        chords.clear();
      }
      if (chord.step() < to) {
        chords.add(new ChordChange(Math.max(0, chord.step() - from), chord.chord()));
      }
    }
    List<PartNote> notes = new ArrayList<>();
    for (PartNote note : arrangement.notes()) {
      if (note.onset() >= from && note.onset() < to) {
        notes.add(
            new PartNote(
                note.onset() - from,
                Math.min(note.end(), to) - note.onset(),
                note.pitch(),
                note.velocity(),
                note.program(),
                note.part()));
      }
    }
    return new Arrangement(metres, tempos, chords, notes);
  }
}
