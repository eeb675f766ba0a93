package ductus.music.finding;

import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TimeSignature;
import ductus.music.drums.Drum;
import ductus.music.drums.DrumHit;
import ductus.music.drums.DrumPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the drums of a score and sets them on a grid: sixteenths, or triplets of them where the
 * strokes lie nearer to these. How far a stroke is from its grid step is kept, as its shift.
 *
 * <p>Bars of silence before and after the drums are left out. Drums that are not on the drum
 * channel are found as well; see {@link DrumTracks}.
 */
public final class DrumFinder {
  /** Most bars of a pattern; those of more are left out. */
  public static final int MOST_BARS = 4096;

  private static final int SIXTEENTHS = 4;
  private static final int TRIPLETS = 6;

  /** Share of the sixteenths' squared error below which that of triplets must be. */
  private static final double TRIPLET_GAIN = 0.8;

  /**
   * The drums that {@link DrumFinder} found in a score.
   *
   * @param source where the drums were: the drum channel, or the tracks that look like a kit
   * @param pattern what they play, if there is anything that can be encoded
   * @param leftOut strokes that are not in the pattern: on keys that are no drum, or twice at one
   *     moment
   * @param refusal why there is no pattern; empty if there is one
   */
  public record DrumFinding(
      String source, Optional<DrumPattern> pattern, int leftOut, String refusal) {
    static DrumFinding refused(String source, String refusal) {
      return new DrumFinding(source, Optional.empty(), 0, refusal);
    }
  }

  private DrumFinder() {}

  /** Finds the drums of a score, or why there are none. */
  public static DrumFinding find(Score score) {
    DrumTracks tracks = DrumTracks.of(score);
    if (tracks.strokes().isEmpty()) {
      return DrumFinding.refused(
          "",
          score.notes().isEmpty()
              ? "it has no notes"
              : "it has no drums: the drum channel is silent, and no track is named, programmed or"
                  + " played as percussion");
    }
    List<Note> strokes =
        tracks.strokes().stream().filter(note -> Drum.of(note.pitch()).isPresent()).toList();
    if (strokes.isEmpty()) {
      return DrumFinding.refused(tracks.source(), "its drums are on keys that no kit has");
    }
    List<Bar> all = MelodySetting.bars(score);
    if (all.size() > Bar.MOST_OF_PIECE) {
      return DrumFinding.refused(
          tracks.source(), "it has more than " + Bar.MOST_OF_PIECE + " bars, most of them empty");
    }
    return set(score, tracks, strokes, all);
  }

  private static DrumFinding set(
      Score score, DrumTracks tracks, List<Note> strokes, List<Bar> all) {
    long first = strokes.get(0).onset();
    long last = strokes.get(strokes.size() - 1).onset();
    List<Bar> bars = all.stream().filter(bar -> bar.end() > first && bar.start() <= last).toList();
    if (bars.size() > MOST_BARS) {
      return DrumFinding.refused(
          tracks.source(), "its drums take " + bars.size() + " bars, more than " + MOST_BARS);
    }
    List<TimeSignature> metres = new ArrayList<>();
    for (Bar bar : bars) {
      Optional<TimeSignature> metre = MelodySetting.metre(bar, score.ticksPerQuarter());
      if (metre.isEmpty()) {
        return DrumFinding.refused(
            tracks.source(), MelodySetting.oddMetre(bar, score.ticksPerQuarter()));
      }
      metres.add(metre.get());
    }
    int grid = grid(strokes, bars.get(0).start(), score.ticksPerQuarter(), metres);
    DrumPattern pattern = pattern(score, strokes, bars.get(0).start(), metres, grid);
    return new DrumFinding(
        tracks.source(), Optional.of(pattern), tracks.strokes().size() - pattern.hits().size(), "");
  }

  /**
   * The grid that the strokes lie nearest to. Each grid's squared error is measured by the one that
   * strokes at random would have.
   */
  private static int grid(
      List<Note> strokes, long start, int ticksPerQuarter, List<TimeSignature> metres) {
    boolean sixteenths = metres.stream().allMatch(m -> m.fits(SIXTEENTHS));
    boolean triplets = metres.stream().allMatch(m -> m.fits(TRIPLETS));
    if (sixteenths && triplets) {
      triplets =
          error(strokes, start, ticksPerQuarter, TRIPLETS)
              < TRIPLET_GAIN * error(strokes, start, ticksPerQuarter, SIXTEENTHS);
    }
    return triplets ? TRIPLETS : SIXTEENTHS;
  }

  private static double error(List<Note> strokes, long start, int ticksPerQuarter, int grid) {
    double sum = 0;
    for (Note stroke : strokes) {
      double exact = (double) (stroke.onset() - start) * grid / ticksPerQuarter;
      double off = exact - Math.rint(exact);
      sum += off * off;
    }
    return sum;
  }

  private static DrumPattern pattern(
      Score score, List<Note> strokes, long start, List<TimeSignature> metres, int grid) {
    // Of strokes that are the same but for their force, the hardest.
    TreeMap<DrumHit, DrumHit> hits = new TreeMap<>();
    int lastStep = 0;
    for (Note stroke : strokes) {
      int ninths =
          (int)
              Math.round(
                  (double) (stroke.onset() - start)
                      * grid
                      * DrumHit.SHIFTS
                      / score.ticksPerQuarter());
      int step = Math.floorDiv(ninths + DrumHit.MOST_SHIFT, DrumHit.SHIFTS);
      DrumHit hit =
          new DrumHit(
              step,
              Drum.of(stroke.pitch()).orElseThrow(),
              DrumHit.level(stroke.velocity()),
              ninths - step * DrumHit.SHIFTS);
      lastStep = Math.max(lastStep, step);
      hits.merge(hit, hit, (a, b) -> a.level() >= b.level() ? a : b);
    }
    List<TimeSignature> placed = new ArrayList<>();
    int end = 0;
    for (int bar = 0; bar < metres.size() || end <= lastStep; bar++) {
      TimeSignature metre = metres.get(Math.min(bar, metres.size() - 1));
      placed.add(new TimeSignature(end, metre.numerator(), metre.denominator()));
      end += metre.stepsPerBar(grid);
    }
    return new DrumPattern(
        grid,
        end,
        placed,
        MelodySetting.tempo(score, strokes.get(0).onset()),
        List.copyOf(hits.values()));
  }
}
