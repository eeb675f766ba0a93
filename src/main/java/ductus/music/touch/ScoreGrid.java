package ductus.music.touch;

import ductus.music.Bar;
import ductus.music.Metres;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TimeSignature;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Where the notes of a score stand on a grid of 24ths of a quarter note, in which bar and tempo.
 */
public final class ScoreGrid {
  private static final int STEPS = WrittenNote.STEPS_PER_QUARTER;

  /** How far from the grid a note may lie that is written on it, in steps. */
  private static final double OFF_GRID = 0.2;

  /** Most steps behind the last bar line, where a piece has more bars than are laid out. */
  private static final long FARTHEST = 1 << 20;

  private static final double USUAL_TEMPO =
      new TempoChange(0, TempoChange.DEFAULT_MICROSECONDS_PER_QUARTER).quartersPerMinute();

  private final Score score;
  private final List<Bar> bars;
  private final NavigableMap<Long, TempoChange> tempos = new TreeMap<>();

  /** A grid of a score, laid by its ticks. */
  public ScoreGrid(Score score) {
    this.score = score;
    score.tempos().forEach(tempo -> tempos.put(tempo.tick(), tempo));
    long last = score.notes().isEmpty() ? 0 : score.notes().get(score.notes().size() - 1).onset();
    List<TimeSignature> metres =
        score.timeSignatures().stream()
            .map(m -> new TimeSignature(step(m.tick()), m.numerator(), m.denominator()))
            .toList();
    bars = Bar.layOut(metres, STEPS, step(last) + STEPS, Bar.MOST_OF_PIECE);
  }

  /** The step that is nearest to a tick. */
  public long step(long tick) {
    return Math.round(exact(tick));
  }

  /** A tick in steps. */
  public double exact(long tick) {
    return (double) tick * STEPS / score.ticksPerQuarter();
  }

  /** The tick of a step, rounded. */
  public long tick(long step) {
    return Math.round((double) step * score.ticksPerQuarter() / STEPS);
  }

  /** A note as it is written on the nearest step. */
  public WrittenNote written(Note note) {
    return written(note, step(note.onset()));
  }

  /** A note as it is written on a step. */
  public WrittenNote written(Note note, long step) {
    long length = Math.max(1, Math.round(exact(note.duration())));
    return new WrittenNote(step, length, note.pitch(), place(step), tempo(note.onset()));
  }

  /** Share of some notes that lie beside the grid; 0 where there are none. */
  public double offGrid(List<Note> notes) {
    long off =
        notes.stream()
            .filter(note -> Math.abs(exact(note.onset()) - step(note.onset())) > OFF_GRID)
            .count();
    return (double) off / Math.max(1, notes.size());
  }

  private WrittenNote.BarPlace place(long step) {
    int low = 0;
    int high = bars.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (bars.get(middle).start() <= step) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Bar bar = bars.get(low);
    return new WrittenNote.BarPlace(
        low,
        (int) Math.max(0, Math.min(FARTHEST, step - bar.start())),
        Metres.indexOf(bar.metre()));
  }

  private double tempo(long tick) {
    Map.Entry<Long, TempoChange> at = tempos.floorEntry(tick);
    return at == null ? USUAL_TEMPO : at.getValue().quartersPerMinute();
  }
}
