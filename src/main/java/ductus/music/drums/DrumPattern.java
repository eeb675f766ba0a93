package ductus.music.drums;

import ductus.music.Bar;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.List;

/**
 * The strokes of a drum kit, in whole bars on a grid.
 *
 * @param stepsPerQuarter grid steps a quarter note: 4 for sixteenths, 6 for triplets of them
 * @param steps length in grid steps, a whole number of bars
 * @param timeSignatures metre changes, in grid steps, each on a bar line; the first at step 0. One
 *     that repeats the metre before it is left out
 * @param quartersPerMinute tempo at the start
 * @param hits in their order, no two of one drum at one moment
 */
public record DrumPattern(
    int stepsPerQuarter,
    int steps,
    List<TimeSignature> timeSignatures,
    double quartersPerMinute,
    List<DrumHit> hits) {
  public DrumPattern {
    timeSignatures = TimeSignature.withoutRepeats(timeSignatures);
    hits = List.copyOf(hits);
    if (stepsPerQuarter < 1 || !(quartersPerMinute > 0)) {
      throw new IllegalArgumentException(
          "steps a quarter must be 1 or more and tempo above 0 but were "
              + stepsPerQuarter
              + " and "
              + quartersPerMinute);
    }
    if (timeSignatures.isEmpty() || timeSignatures.get(0).tick() != 0) {
      throw new IllegalArgumentException("time signatures must begin at step 0");
    }
    for (int i = 1; i < hits.size(); i++) {
      if (hits.get(i - 1).compareTo(hits.get(i)) >= 0) {
        throw new IllegalArgumentException(
            "hits must be in order and differ but " + hits.get(i) + " follows " + hits.get(i - 1));
      }
    }
    if (!hits.isEmpty() && hits.get(hits.size() - 1).step() >= steps) {
      throw new IllegalArgumentException(
          "hits must lie before step " + steps + " but one is " + hits.get(hits.size() - 1));
    }
  }

  /** The bars of the pattern, in grid steps. */
  public List<Bar> bars() {
    return Bar.layOut(timeSignatures, stepsPerQuarter, steps);
  }

  /** Returns the strokes of this pattern in another tempo. */
  public DrumPattern withTempo(double quarters) {
    return new DrumPattern(stepsPerQuarter, steps, timeSignatures, quarters, hits);
  }

  /**
   * Returns some of the bars of this pattern.
   *
   * @param from index of the first one, from 0
   * @param to index behind the last one
   */
  public DrumPattern part(int from, int to) {
    List<Bar> all = bars();
    if (from < 0 || to <= from || to > all.size()) {
      throw new IllegalArgumentException(
          "bars must lie within 0 to %d but were %d to %d".formatted(all.size(), from, to));
    }
    int start = (int) all.get(from).start();
    int end = (int) all.get(to - 1).end();
    List<TimeSignature> metres = new ArrayList<>();
    for (Bar bar : all.subList(from, to)) {
      TimeSignature metre = bar.metre();
      metres.add(new TimeSignature(bar.start() - start, metre.numerator(), metre.denominator()));
    }
    return new DrumPattern(
        stepsPerQuarter,
        end - start,
        metres,
        quartersPerMinute,
        hits.stream()
            .filter(hit -> hit.step() >= start && hit.step() < end)
            .map(hit -> hit.moved(-start))
            .toList());
  }

  /**
   * Cuts the pattern into parts, the last one perhaps shorter. Parts without a stroke are left out.
   *
   * @param lengths of the parts in bars, by turns
   */
  public List<DrumPattern> parts(List<Integer> lengths) {
    int all = bars().size();
    List<DrumPattern> parts = new ArrayList<>();
    int from = 0;
    for (int turn = 0; from < all; turn++) {
      int to = Math.min(all, from + lengths.get(turn % lengths.size()));
      DrumPattern part = part(from, to);
      if (!part.hits().isEmpty()) {
        parts.add(part);
      }
      from = to;
    }
    return parts;
  }
}
