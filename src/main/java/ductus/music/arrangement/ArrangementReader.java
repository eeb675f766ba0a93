package ductus.music.arrangement;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TimeSignature;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordFinder;
import ductus.music.harmony.ChordSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads scores as arrangements: every note on the nearest step of the grid. */
public final class ArrangementReader {
  private static final int MIDI_VELOCITIES_PER_CLASS = 4;

  /** The track and channel of the notes of one part of a program in a file. */
  record PartChannel(int program, int track, int channel) {
    /** The order in which parts are numbered. */
    static final Comparator<PartChannel> ORDER =
        Comparator.comparingInt(PartChannel::program)
            .thenComparingInt(PartChannel::track)
            .thenComparingInt(PartChannel::channel);
  }

  private final Score score;
  private final ChannelPrograms programs;

  private ArrangementReader(Score score) {
    this.score = score;
    programs = new ChannelPrograms(score.programs());
  }

  /**
   * Reads the arrangement of a score. Onsets and ends are rounded to the step. Tracks and channels
   * that share a program become its parts, in their order; more than {@link PartNote#MOST_PARTS}
   * share the last. Chords are those of its chord symbols, or where it has none those that sound.
   * Of several tempos, metres or chords at one step the last one counts; what comes behind the last
   * note is left out, and so are the pedal, key signatures and other texts.
   *
   * @throws IllegalArgumentException if it has more steps or bars than an arrangement can have
   */
  public static Arrangement read(Score score) {
    return new ArrangementReader(score).arrangement();
  }

  private Arrangement arrangement() {
    List<PartNote> notes = notes();
    int end = 1;
    for (PartNote note : notes) {
      end = Math.max(end, Math.max(note.onset() + 1, note.end()));
    }
    return new Arrangement(metres(end), tempos(end), chords(end), notes);
  }

  private List<PartNote> notes() {
    List<PartChannel> voices = new ArrayList<>(score.notes().size());
    Map<PartChannel, Integer> parts = new TreeMap<>(PartChannel.ORDER);
    for (Note note : score.notes()) {
      PartChannel voice = new PartChannel(programs.of(note), note.track(), note.channel());
      voices.add(voice);
      parts.put(voice, 1);
    }
    int program = -1;
    int part = 0;
    for (Map.Entry<PartChannel, Integer> each : parts.entrySet()) {
      part = each.getKey().program() == program ? Math.min(part + 1, PartNote.MOST_PARTS) : 1;
      program = each.getKey().program();
      each.setValue(part);
    }
    List<PartNote> notes = new ArrayList<>(voices.size());
    for (int i = 0; i < voices.size(); i++) {
      Note note = score.notes().get(i);
      int onset = step(note.onset());
      notes.add(
          new PartNote(
              onset,
              step(note.end()) - onset,
              note.pitch(),
              note.velocity() / MIDI_VELOCITIES_PER_CLASS,
              voices.get(i).program(),
              parts.getOrDefault(voices.get(i), 1)));
    }
    return notes;
  }

  private List<TimeSignature> metres(int end) {
    List<TimeSignature> metres = new ArrayList<>();
    metres.add(new TimeSignature(0, 4, 4));
    for (TimeSignature change : score.timeSignatures()) {
      long step = nearestStep(change.tick());
      if (step < end) {
        if (metres.get(metres.size() - 1).tick() == step) {
          metres.remove(metres.size() - 1);
        }
        metres.add(new TimeSignature(step, change.numerator(), change.denominator()));
      }
    }
    return metres;
  }

  private List<TempoStep> tempos(int end) {
    List<TempoStep> tempos = new ArrayList<>();
    tempos.add(new TempoStep(0, 60e6 / TempoChange.DEFAULT_MICROSECONDS_PER_QUARTER));
    for (TempoChange change : score.tempos()) {
      long step = nearestStep(change.tick());
      if (step < end) {
        if (tempos.get(tempos.size() - 1).step() == step) {
          tempos.remove(tempos.size() - 1);
        }
        tempos.add(new TempoStep((int) step, change.quartersPerMinute()));
      }
    }
    return tempos;
  }

  private List<ChordChange> chords(int end) {
    List<ChordSpan> spans = ChordFinder.symbols(score);
    if (spans.isEmpty() && ChordFinder.hasHarmony(score)) {
      spans = ChordFinder.hear(score);
    }
    List<ChordChange> chords = new ArrayList<>();
    for (ChordSpan span : spans) {
      long step = nearestStep(span.onset());
      if (step < end) {
        if (!chords.isEmpty() && chords.get(chords.size() - 1).step() == step) {
          chords.remove(chords.size() - 1);
        }
        chords.add(new ChordChange((int) step, span.chord()));
      }
    }
    return chords;
  }

  private int step(long tick) {
    long step = nearestStep(tick);
    if (step > Arrangement.MOST_STEPS) {
      throw new IllegalArgumentException(
          "a piece must end within %,d quarter notes but has %,d"
              .formatted(
                  Arrangement.MOST_STEPS / Arrangement.STEPS_PER_QUARTER,
                  tick / score.ticksPerQuarter()));
    }
    return (int) step;
  }

  private long nearestStep(long tick) {
    long quarter = score.ticksPerQuarter();
    return (2 * tick * Arrangement.STEPS_PER_QUARTER + quarter) / (2 * quarter);
  }
}
