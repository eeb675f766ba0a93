package ductus.task.music.evaluation;

import ductus.music.statistics.Histogram;
import ductus.music.statistics.MelodyHistograms;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How like two sets of tunes are in what they are made of.
 *
 * @param pitchClasses semitones above the tonic
 * @param intervals semitones from note to note
 * @param durations in quarter notes
 */
public record TuneSetSimilarity(Bins pitchClasses, Bins intervals, Bins durations) {
  /**
   * Two distributions over the same bins.
   *
   * @param overlap sum of the smaller shares: 1 for the same distribution, 0 for nothing in common
   * @param bins what each stands for
   * @param generated share of each bin
   * @param real share of each bin
   */
  public record Bins(double overlap, List<String> bins, List<Double> generated, List<Double> real) {
    public Bins {
      bins = List.copyOf(bins);
      generated = List.copyOf(generated);
      real = List.copyOf(real);
    }

    private static Bins of(Histogram generated, Histogram real) {
      return new Bins(generated.overlap(real), generated.labels(), shares(generated), shares(real));
    }

    private static List<Double> shares(Histogram histogram) {
      return IntStream.range(0, histogram.bins()).mapToObj(histogram::share).toList();
    }
  }

  static TuneSetSimilarity of(MelodyHistograms generated, MelodyHistograms real) {
    return new TuneSetSimilarity(
        Bins.of(generated.pitchClasses(), real.pitchClasses()),
        Bins.of(generated.intervals(), real.intervals()),
        Bins.of(generated.durations(), real.durations()));
  }
}
