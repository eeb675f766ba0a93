package ductus.music.finding;

import ductus.music.MelodyNote;
import ductus.music.Note;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets the notes of one voice on the grid that fits them best.
 *
 * <p>Each grid costs the misfit of the onsets, as the squared error over the variance of the
 * playing, plus the log of its steps a quarter for each onset: what it takes to say where on the
 * grid an onset lies (three steps cost what four do). So a few exact triplets among sixteenths ask
 * for a grid of twelve, and loose playing does not. Sixteenths of which every other one stays empty
 * become eighths.
 */
public final class Quantizer {
  /** The grid of notes that fit several: sixteenths. */
  public static final int DEFAULT_GRID = 4;

  private static final int FINEST_GRID = 12;

  /** The grid of eighths, for tunes of which no note begins or ends between them. */
  private static final int COARSEST_GRID = 2;

  /** The grids, the default one first, so that it wins ties. */
  private static final List<Integer> BY_PREFERENCE = List.of(DEFAULT_GRID, 3, 6, 8, FINEST_GRID);

  /**
   * Standard deviation of onsets that a machine wrote, in quarter notes: they are rounded to ticks.
   */
  private static final double LEAST_DEVIATION = 0.004;

  /** Cost of a note without a place on a grid, in nats. */
  private static final double DROP_COST = 20;

  /**
   * A voice set on a grid.
   *
   * @param stepsPerQuarter the grid
   * @param notes in grid steps, none overlapping the next
   * @param meanError of the onsets, in quarter notes
   * @param maxError of the onsets, in quarter notes
   * @param dropped notes for which the grid had no free step near them
   */
  public record Quantization(
      int stepsPerQuarter, List<MelodyNote> notes, double meanError, double maxError, int dropped) {
    public Quantization {
      notes = List.copyOf(notes);
    }

    /**
     * The mean error as a share of a grid step: 0 on the grid, about 0.25 where the notes have no
     * beat at all.
     */
    public double meanErrorInSteps() {
      return meanError * stepsPerQuarter;
    }
  }

  private Quantizer() {}

  /**
   * Sets a voice on the grid that fits it best.
   *
   * @param voice by onset, in ticks from a bar line on
   * @param ticksPerQuarter resolution of the ticks
   * @param metres that the voice passes through; grids that do not divide their bars are left out
   */
  public static Quantization quantize(
      List<Note> voice, int ticksPerQuarter, List<TimeSignature> metres) {
    Placement finest = new Placement(voice, ticksPerQuarter, FINEST_GRID);
    double variance =
        Math.max(
            LEAST_DEVIATION * LEAST_DEVIATION, finest.squaredErrors / Math.max(1, voice.size()));
    Placement best = new Placement(voice, ticksPerQuarter, DEFAULT_GRID);
    double leastCost = Double.POSITIVE_INFINITY;
    for (int grid : BY_PREFERENCE) {
      if (!metres.stream().allMatch(metre -> metre.fits(grid))) {
        continue;
      }
      Placement placement = new Placement(voice, ticksPerQuarter, grid);
      double cost =
          placement.squaredErrors / (2 * variance)
              + voice.size() * StrictMath.log(Math.max(grid, DEFAULT_GRID))
              + placement.dropped * DROP_COST;
      if (cost < leastCost - 1e-9) {
        leastCost = cost;
        best = placement;
      }
    }
    return COARSEST_GRID * 2 == best.grid
            && metres.stream().allMatch(metre -> metre.fits(COARSEST_GRID))
            && best.isOnEighths()
        ? best.inEighths()
        : best.quantization();
  }

  /** A voice on one grid, with its errors. */
  private static final class Placement {
    private final int grid;
    private final List<MelodyNote> notes;
    private double absoluteErrors;
    private double squaredErrors;
    private double maxError;
    private int dropped;

    Placement(List<Note> voice, int ticksPerQuarter, int grid) {
      this.grid = grid;
      List<Note> placed = new ArrayList<>(voice.size());
      List<Integer> onsets = new ArrayList<>(voice.size());
      int free = 0;
      for (Note note : voice) {
        double exact = (double) note.onset() * grid / ticksPerQuarter;
        int step = (int) Math.round(exact);
        if (step < free) {
          if (free - step > 1) {
            dropped++;
            continue;
          }
          step = free;
        }
        placed.add(note);
        onsets.add(step);
        free = step + 1;
        countError(Math.abs(step - exact) / grid);
      }
      notes = new ArrayList<>(placed.size());
      for (int i = 0; i < placed.size(); i++) {
        int onset = onsets.get(i);
        int end = (int) Math.round((double) placed.get(i).end() * grid / ticksPerQuarter);
        int latest = i + 1 < placed.size() ? onsets.get(i + 1) : Integer.MAX_VALUE;
        int length = Math.max(1, Math.min(end, latest) - onset);
        notes.add(new MelodyNote(onset, length, placed.get(i).pitch()));
      }
    }

    Quantization quantization() {
      return new Quantization(grid, notes, meanError(), maxError, dropped);
    }

    /** Whether all notes, on the grid of sixteenths, begin and end on eighths. */
    boolean isOnEighths() {
      return notes.stream().allMatch(note -> note.onset() % 2 == 0 && note.length() % 2 == 0);
    }

    Quantization inEighths() {
      return new Quantization(
          COARSEST_GRID,
          notes.stream()
              .map(note -> new MelodyNote(note.onset() / 2, note.length() / 2, note.pitch()))
              .toList(),
          meanError(),
          maxError,
          dropped);
    }

    private double meanError() {
      return absoluteErrors / Math.max(1, notes.size());
    }

    private void countError(double quarters) {
      absoluteErrors += quarters;
      squaredErrors += quarters * quarters;
      maxError = Math.max(maxError, quarters);
    }
  }
}
