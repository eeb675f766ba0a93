package ductus.music.song;

import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.KeySignature;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Metres;
import ductus.music.Mode;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoMap;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.finding.KeyFinder;
import ductus.music.finding.MelodyFinder;
import ductus.music.finding.MelodyFinding;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordFinder;
import ductus.music.harmony.ChordSpan;
import ductus.music.leadsheet.Leadsheet;
import ductus.music.song.PianoStroke.PianoKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the song in a score: the tune that {@link MelodyFinder} finds, the chords that are written
 * or heard, and all other notes but drums as the accompaniment.
 */
public final class SongFinder {
  /** Longest bar in sixteenths. */
  public static final int LONGEST_BAR = 24;

  /**
   * The largest mean distance of the onsets from the grid, in sixteenths; notes scattered at random
   * would have 0.25.
   */
  static final double MOST_ERROR_IN_STEPS = 0.15;

  /** Gaps of the tune below so many sixteenths are of the touch, not rests. */
  private static final int SHORTEST_REST = 2;

  /** A key is held so many sixteenths at least. */
  private static final double SHORTEST_TOUCH = 0.25;

  private static final double EPSILON = 1e-9;

  private final Score score;
  private final List<Bar> bars;
  private final long start;

  private SongFinder(Score score, List<Bar> bars) {
    this.score = score;
    this.bars = bars;
    start = bars.get(0).start();
  }

  /**
   * Finds the song of a score.
   *
   * @throws IllegalArgumentException if it has none; the message says why
   */
  public static Song find(Score score) {
    MelodyFinding finding = MelodyFinder.find(score);
    if (finding.candidates().isEmpty()) {
      throw new IllegalArgumentException(finding.refusal());
    }
    List<Note> tune = finding.candidates().get(0).notes();
    List<Note> others = others(score, tune);
    return new SongFinder(score, bars(score)).song(tune, others);
  }

  /** Bars from the first to the last in which a note begins. */
  private static List<Bar> bars(Score score) {
    List<Note> notes = score.notes().stream().filter(note -> !note.isDrum()).toList();
    long first = notes.stream().mapToLong(Note::onset).min().orElse(0);
    long last = notes.stream().mapToLong(Note::onset).max().orElse(0);
    // a note that is a trifle early belongs to the bar that it leads into
    long early = score.ticksPerQuarter() / (2L * Song.STEPS_PER_QUARTER);
    List<Bar> laid =
        Bar.layOut(
            score.timeSignatures(), score.ticksPerQuarter(), last + early + 1, Bar.MOST_OF_PIECE);
    List<Bar> bars = laid.stream().filter(bar -> bar.end() > first + early).toList();
    if (bars.size() > MelodyFinder.MOST_BARS) {
      throw new IllegalArgumentException(
          "it has %,d bars, more than %,d".formatted(bars.size(), MelodyFinder.MOST_BARS));
    }
    return bars;
  }

  /** The notes that are neither drums nor the tune's. */
  private static List<Note> others(Score score, List<Note> tune) {
    Set<List<Long>> taken = new HashSet<>();
    for (Note note : tune) {
      taken.add(place(note, note.onset(), 0));
      taken.add(place(note, note.end(), 1));
    }
    return score.notes().stream()
        .filter(note -> !note.isDrum())
        .filter(note -> !taken.contains(place(note, note.onset(), 0)))
        .filter(note -> !taken.contains(place(note, note.end(), 1)))
        .toList();
  }

  /** What tells a note of the tune, whose onset or end may have been moved, among all notes. */
  private static List<Long> place(Note note, long tick, long which) {
    return List.of(tick, which, (long) note.pitch(), (long) note.track(), (long) note.channel());
  }

  private Song song(List<Note> tune, List<Note> others) {
    List<TimeSignature> metres = metres();
    requireOnGrid(tune, others);
    int steps = step(bars.get(bars.size() - 1).end());
    Melody unkeyed =
        new Melody(
            Song.STEPS_PER_QUARTER,
            steps,
            metres,
            new Key(0, Mode.MAJOR),
            tempo(),
            notes(tune, steps));
    Melody melody = unkeyed.withKey(key(unkeyed));
    return new Song(new Leadsheet(melody, chords(steps)), strokes(others, steps));
  }

  private List<TimeSignature> metres() {
    List<TimeSignature> metres = new ArrayList<>();
    for (Bar bar : bars) {
      TimeSignature metre = bar.metre();
      if (!bar.isWhole(score.ticksPerQuarter())) {
        long eighths = Math.round(2.0 * bar.length() / score.ticksPerQuarter());
        metre =
            eighths % 2 == 0
                ? new TimeSignature(0, (int) Math.max(1, eighths / 2), 4)
                : new TimeSignature(0, (int) Math.min(255, eighths), 8);
      }
      if (!Metres.contains(metre) || metre.stepsPerBar(Song.STEPS_PER_QUARTER) > LONGEST_BAR) {
        throw new IllegalArgumentException(
            "its metre %s at tick %d is none that songs have: bars of %d sixteenths at most, of %s"
                .formatted(metre, bar.start(), LONGEST_BAR, Metres.ALL));
      }
      metres.add(new TimeSignature(step(bar.start()), metre.numerator(), metre.denominator()));
    }
    return metres;
  }

  private void requireOnGrid(List<Note> tune, List<Note> others) {
    double error = 0;
    for (List<Note> part : List.of(tune, others)) {
      for (Note note : part) {
        double exact = exact(note.onset());
        error += Math.abs(exact - Math.rint(exact));
      }
    }
    error /= Math.max(1, tune.size() + others.size());
    if (error > MOST_ERROR_IN_STEPS) {
      throw new IllegalArgumentException(
          "its notes do not follow the sixteenths of its beat: they are off by %.2f of one on average (0.25 is chance); a file of beats beside it would help"
              .formatted(error));
    }
  }

  private double exact(long tick) {
    return (double) (tick - start) * Song.STEPS_PER_QUARTER / score.ticksPerQuarter();
  }

  private int step(long tick) {
    return (int) Math.max(0, Math.rint(exact(tick)));
  }

  private double tempo() {
    TempoMap map = new TempoMap(score);
    long end = bars.get(bars.size() - 1).end();
    double minutes = (map.seconds(end) - map.seconds(start)) / 60;
    double quarters = (double) (end - start) / score.ticksPerQuarter();
    return Math.max(10, Math.min(1000, quarters / Math.max(EPSILON, minutes)));
  }

  /** The tune's notes: one at a time, the highest where several begin on a step. */
  private List<MelodyNote> notes(List<Note> tune, int steps) {
    TreeMap<Integer, Note> byStep = new TreeMap<>();
    for (Note note : tune) {
      int step = step(note.onset());
      if (step < steps) {
        byStep.merge(step, note, (a, b) -> a.pitch() >= b.pitch() ? a : b);
      }
    }
    List<MelodyNote> notes = new ArrayList<>(byStep.size());
    for (var at : byStep.entrySet()) {
      int onset = at.getKey();
      Integer next = byStep.higherKey(onset);
      int latest = next == null ? steps : next;
      int end = Math.max(onset + 1, step(at.getValue().end()));
      if (latest - end < SHORTEST_REST) {
        end = latest;
      }
      notes.add(new MelodyNote(onset, Math.min(end, latest) - onset, at.getValue().pitch()));
    }
    return notes;
  }

  /** A text {@code K:} decides the key; else it is found, with the help of the signature. */
  private Key key(Melody melody) {
    Optional<Key> named =
        score.texts().stream().map(TextEvent::key).flatMap(Optional::stream).findFirst();
    Optional<KeySignature> signature = score.keySignatures().stream().findFirst();
    return named.orElseGet(() -> KeyFinder.find(melody.notes(), melody.bars(), signature));
  }

  private List<ChordChange> chords(int steps) {
    List<ChordSpan> spans = ChordFinder.written(score);
    if (spans.isEmpty() && ChordFinder.hasHarmony(score)) {
      spans = ChordFinder.hear(score);
    }
    TreeMap<Integer, ChordChange> changes = new TreeMap<>();
    for (ChordSpan span : spans) {
      int step = step(Math.max(start, span.onset()));
      if (step < steps) {
        changes.put(step, new ChordChange(step, span.chord()));
      }
    }
    return List.copyOf(changes.values());
  }

  private List<PianoStroke> strokes(List<Note> others, int steps) {
    TreeMap<Integer, List<Note>> byStep = new TreeMap<>();
    for (Note note : others) {
      int step = step(note.onset());
      boolean onPiano =
          note.pitch() >= PianoStroke.LOWEST_PITCH && note.pitch() <= PianoStroke.HIGHEST_PITCH;
      if (step < steps && onPiano) {
        byStep.computeIfAbsent(step, each -> new ArrayList<>()).add(note);
      }
    }
    List<PianoStroke> strokes = new ArrayList<>(byStep.size());
    int level = 0;
    Hold before = Hold.NEXT;
    for (var at : byStep.entrySet()) {
      Integer next = byStep.higherKey(at.getKey());
      int untilNext = (next == null ? steps : next) - at.getKey();
      List<Note> notes = at.getValue();
      level = PianoStroke.level(notes.stream().mapToInt(Note::velocity).average().orElse(1), level);
      notes.sort(
          Comparator.comparingInt(Note::pitch)
              .thenComparing(Comparator.comparingLong(Note::duration).reversed()));
      List<PianoKey> keys = new ArrayList<>(notes.size());
      for (Note note : notes) {
        // of two notes of a pitch the longer one counts
        if (keys.isEmpty() || keys.get(keys.size() - 1).pitch() != note.pitch()) {
          before = Hold.nearest(length(note), untilNext, before);
          keys.add(new PianoKey(note.pitch(), before));
        }
      }
      strokes.add(new PianoStroke(at.getKey(), level, keys));
    }
    return strokes;
  }

  private double length(Note note) {
    return Math.max(
        SHORTEST_TOUCH,
        (double) note.duration() * Song.STEPS_PER_QUARTER / score.ticksPerQuarter());
  }
}
