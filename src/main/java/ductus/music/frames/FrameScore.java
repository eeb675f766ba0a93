package ductus.music.frames;

import ductus.music.MelodyScore;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Converts scores to frames, and back. Drums are left out, and so are pitches that a piano lacks.
 */
public final class FrameScore {
  /** General MIDI program of frames that name no instrument. */
  public static final int PIANO = 0;

  /** Velocity of frames, which say nothing of it. */
  public static final int LOUD = 80;

  /** Steps a quarter note of the grid where none fits. */
  private static final int DEFAULT_GRID = 4;

  /** Share of a grid step by which a note may miss the grid. */
  private static final double SLACK = 0.02;

  /** Share of a grid step by which a note may end early: detached playing. */
  private static final double EARLY = 0.15;

  /** The longest piece, in grid steps. */
  private static final int MOST_STEPS = 1 << 20;

  private FrameScore() {}

  /**
   * Reads what sounds at each step of the coarsest grid on which all notes begin and end; on
   * sixteenths if there is none. A piece goes from tick 0 to its end; a note that is shorter than a
   * step has one.
   *
   * @throws IllegalArgumentException if there is no note to take, or too long a piece
   */
  public static Frames frames(Score score) {
    List<Note> notes = notes(score);
    int grid =
        Frames.GRIDS.stream()
            .filter(each -> fits(notes, score.ticksPerQuarter(), each))
            .findFirst()
            .orElse(DEFAULT_GRID);
    return frames(score, grid);
  }

  /**
   * Reads what sounds at each step of a grid: onsets and ends go to the nearest step.
   *
   * @throws IllegalArgumentException if there is no note to take, or too long a piece
   */
  public static Frames frames(Score score, int stepsPerQuarter) {
    List<Note> notes = notes(score);
    double perTick = (double) stepsPerQuarter / score.ticksPerQuarter();
    double most = Math.ceil(score.length() * perTick - SLACK);
    if (most > MOST_STEPS) {
      throw new IllegalArgumentException(
          "a piece must have at most %,d grid steps but has %,.0f".formatted(MOST_STEPS, most));
    }
    int length = (int) most;
    for (Note note : notes) {
      length = Math.max(length, (int) Math.round(note.onset() * perTick) + 1);
    }
    List<Frame> steps = new ArrayList<>(Collections.nCopies(length, Frame.SILENT));
    for (Note note : notes) {
      int from = (int) Math.round(note.onset() * perTick);
      int to = Math.min(length, Math.max(from + 1, (int) Math.round(note.end() * perTick)));
      for (int step = from; step < to; step++) {
        steps.set(step, steps.get(step).with(note.pitch()));
      }
    }
    double tempo =
        score.tempos().isEmpty() || score.tempos().get(0).tick() > 0
            ? Frames.USUAL_TEMPO
            : score.tempos().get(0).quartersPerMinute();
    return new Frames(stepsPerQuarter, steps, tempo);
  }

  private static List<Note> notes(Score score) {
    List<Note> notes =
        score.notes().stream().filter(note -> !note.isDrum() && Frame.holds(note.pitch())).toList();
    if (notes.isEmpty()) {
      throw new IllegalArgumentException(
          score.notes().isEmpty()
              ? "has no notes"
              : "has no notes but drums, or only outside the piano's keys");
    }
    return notes;
  }

  private static boolean fits(List<Note> notes, int ticksPerQuarter, int grid) {
    for (Note note : notes) {
      double onset = (double) note.onset() * grid / ticksPerQuarter;
      double end = (double) note.end() * grid / ticksPerQuarter;
      double late = end - Math.rint(end);
      if (Math.abs(onset - Math.rint(onset)) > SLACK || late > SLACK || late < -EARLY) {
        return false;
      }
    }
    return true;
  }

  /**
   * Writes the score: tempo on track 0, the notes on track 1, channel 0, as a piano. A pitch that
   * sounds at steps on end is one note.
   *
   * @param program General MIDI program, 0 to 127
   * @param velocity of all notes, 1 to 127
   */
  public static Score score(Frames piece, int program, int velocity) {
    long step = MelodyScore.TICKS_PER_QUARTER / piece.stepsPerQuarter();
    List<Note> notes = new ArrayList<>();
    for (int at = 0; at < piece.length(); at++) {
      Frame frame = piece.steps().get(at);
      Frame before = at == 0 ? Frame.SILENT : piece.steps().get(at - 1);
      for (int pitch = frame.lowest(); pitch != Frame.NONE; pitch = frame.above(pitch)) {
        if (!before.contains(pitch)) {
          int end = at + 1;
          while (end < piece.length() && piece.steps().get(end).contains(pitch)) {
            end++;
          }
          notes.add(new Note(at * step, (end - at) * step, pitch, velocity, 0, 1));
        }
      }
    }
    return new Score(
        MelodyScore.TICKS_PER_QUARTER,
        piece.length() * step,
        notes,
        List.of(new TempoChange(0, MelodyScore.microsecondsPerQuarter(piece.quartersPerMinute()))),
        List.of(),
        List.of(),
        List.of(new ProgramChange(0, 0, 1, program)),
        List.of(),
        List.of());
  }
}
