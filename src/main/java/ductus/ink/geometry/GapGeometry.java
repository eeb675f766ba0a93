package ductus.ink.geometry;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The gaps between words, beside those between the letters of a word. A gap is where no ink stands
 * between baseline and x-height; letters that touch or reach over each other have one of 0.
 *
 * @param words number of gaps between words
 * @param narrow share of them that are narrower than the letter gap that one in twenty of their
 *     line exceeds; null where there are none
 * @param hidden share of them that are narrower than a letter gap of a word beside them, so that
 *     the eye takes that for the end of the word; null where there are none
 * @param word median gap between words, x-heights
 * @param letter median gap between letters, x-heights
 * @param ratio median over the lines of a line's mean gap between words over its mean gap between
 *     letters; null where letters touch
 */
public record GapGeometry(
    int words,
    @Nullable Double narrow,
    @Nullable Double hidden,
    @Nullable Double word,
    @Nullable Double letter,
    @Nullable Double ratio)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double WIDE = 0.95;

  static GapGeometry of(List<AlignedLine> lines) {
    List<Double> words = new ArrayList<>();
    List<Double> letters = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    int narrow = 0;
    int hidden = 0;
    for (AlignedLine line : lines) {
      LineGaps gaps = LineGaps.of(line);
      Distribution between = new Distribution(gaps.between());
      Distribution within = new Distribution(gaps.within().stream().flatMap(List::stream).toList());
      words.addAll(gaps.between());
      gaps.within().forEach(letters::addAll);
      Double wide = within.quantile(WIDE);
      narrow += wide == null ? 0 : between.below(wide);
      hidden += hidden(gaps);
      if (between.size() > 0 && within.mean() > 0) {
        ratios.add(between.mean() / within.mean());
      }
    }
    return new GapGeometry(
        words.size(),
        share(narrow, words.size()),
        share(hidden, words.size()),
        new Distribution(words).median(),
        new Distribution(letters).median(),
        new Distribution(ratios).median());
  }

  /** Number of gaps between words that are narrower than one within the word at either side. */
  private static int hidden(LineGaps gaps) {
    int hidden = 0;
    for (int i = 0; i < gaps.between().size(); i++) {
      double widest = Math.max(widest(gaps.within().get(i)), widest(gaps.within().get(i + 1)));
      hidden += gaps.between().get(i) < widest ? 1 : 0;
    }
    return hidden;
  }

  private static double widest(List<Double> gaps) {
    OptionalDouble widest = gaps.stream().mapToDouble(Double::doubleValue).max();
    return widest.orElse(0);
  }

  private static @Nullable Double share(int part, int all) {
    return all == 0 ? null : (double) part / all;
  }
}
