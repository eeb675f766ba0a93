package ductus.music.arrangement;

import ductus.music.Instruments;
import ductus.music.MelodyScore;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.harmony.ChordChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Writes an arrangement out as the score of a MIDI file, one track for each instrument. */
public final class ArrangementScore {
  private static final int TICKS_PER_STEP =
      MelodyScore.TICKS_PER_QUARTER / Arrangement.STEPS_PER_QUARTER;

  /** Least length of a note: one shorter than half a step must not vanish. */
  private static final int SHORTEST_TICKS = 1;

  private static final int MIDI_VELOCITIES_PER_CLASS = 4;
  private static final int CHANNELS = 16;
  private static final int UNKNOWN = -1;
  private static final int SEVERAL = -2;

  private final Arrangement arrangement;

  /** Instruments in the order of their tracks, which begin behind the conductor's. */
  private final List<Integer> instruments;

  private final ChannelPlan plan = new ChannelPlan();
  private final int[] programs = new int[CHANNELS];
  private final List<Note> notes = new ArrayList<>();
  private final List<ProgramChange> changes = new ArrayList<>();

  private ArrangementScore(Arrangement arrangement) {
    this.arrangement = arrangement;
    TreeSet<Integer> all = new TreeSet<>();
    arrangement.notes().forEach(note -> all.add(note.instrument()));
    instruments = List.copyOf(all);
    Arrays.fill(programs, UNKNOWN);
  }

  /**
   * Writes the score: tempos, metres and chord symbols on track 0, then a track for each part of
   * each program. Each has a channel of its own while there are any.
   */
  public static Score of(Arrangement arrangement) {
    return new ArrangementScore(arrangement).score();
  }

  private Score score() {
    List<PartNote> all = arrangement.notes();
    for (int from = 0; from < all.size(); ) {
      int to = from + 1;
      while (to < all.size() && all.get(to).onset() == all.get(from).onset()) {
        to++;
      }
      addNotes(all.subList(from, to));
      from = to;
    }
    List<TimeSignature> metres = new ArrayList<>();
    for (TimeSignature each : arrangement.metres()) {
      metres.add(new TimeSignature(ticks(each.tick()), each.numerator(), each.denominator()));
    }
    List<TempoChange> tempos = new ArrayList<>();
    for (TempoStep each : arrangement.tempos()) {
      int tempo = MelodyScore.microsecondsPerQuarter(each.quartersPerMinute());
      tempos.add(new TempoChange(ticks(each.step()), tempo));
    }
    return new Score(
        MelodyScore.TICKS_PER_QUARTER,
        length(),
        notes,
        tempos,
        metres,
        List.of(),
        changes,
        List.of(),
        texts());
  }

  /**
   * Length of the score, to the end of what the arrangement has, or of a note that was too short
   * for a step.
   */
  private long length() {
    return Math.max(ticks(arrangement.end()), notes.stream().mapToLong(Note::end).max().orElse(0));
  }

  /** Adds the notes that begin at one step. */
  private void addNotes(List<PartNote> together) {
    int[] channels = new int[together.size()];
    int[] asked = new int[CHANNELS];
    Arrays.fill(asked, UNKNOWN);
    for (int i = 0; i < channels.length; i++) {
      PartNote note = together.get(i);
      channels[i] = plan.channel(note);
      boolean first = asked[channels[i]] == UNKNOWN || asked[channels[i]] == note.program();
      asked[channels[i]] = first ? note.program() : SEVERAL;
    }
    int instrumentBefore = UNKNOWN;
    for (int i = 0; i < channels.length; i++) {
      PartNote note = together.get(i);
      int channel = channels[i];
      int track = 1 + instruments.indexOf(note.instrument());
      long tick = ticks(note.onset());
      boolean another = note.instrument() != instrumentBefore;
      if (asked[channel] == SEVERAL ? another : programs[channel] != note.program()) {
        int program = note.program() % PartNote.DRUMS;
        changes.add(new ProgramChange(tick, channel, track, program));
        programs[channel] = asked[channel];
      }
      instrumentBefore = note.instrument();
      long duration = Math.max(SHORTEST_TICKS, ticks(note.duration()));
      notes.add(new Note(tick, duration, note.pitch(), velocity(note), channel, track));
    }
  }

  private static int velocity(PartNote note) {
    return note.velocity() * MIDI_VELOCITIES_PER_CLASS + MIDI_VELOCITIES_PER_CLASS / 2;
  }

  /** The chord symbols on the conductor's track, and the names of the others. */
  private List<TextEvent> texts() {
    List<TextEvent> texts = new ArrayList<>();
    for (ChordChange chord : arrangement.chords()) {
      String symbol = chord.chord().toString();
      texts.add(new TextEvent(ticks(chord.step()), 0, TextEvent.Kind.TEXT, symbol));
    }
    for (int i = 0; i < instruments.size(); i++) {
      int program = instruments.get(i) / PartNote.MOST_PARTS;
      int part = instruments.get(i) % PartNote.MOST_PARTS + 1;
      String name = program < PartNote.DRUMS ? Instruments.name(program) : "Drums";
      String text = part == 1 ? name : name + " " + part;
      texts.add(new TextEvent(0, 1 + i, TextEvent.Kind.TRACK_NAME, text));
    }
    texts.sort(Comparator.comparingLong(TextEvent::tick).thenComparingInt(TextEvent::track));
    return texts;
  }

  private static long ticks(long steps) {
    return steps * TICKS_PER_STEP;
  }
}
