package ductus.ink.prepare;

import ductus.ink.Handwriting;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps that ink goes through, one after the other.
 *
 * @param steps in their order
 */
public record InkPreparation(List<PreparationStep> steps) {
  /** Least width of what may be a line, in heights of its ink. */
  private static final double WIDE = 2.5;

  private static final int FEWEST_STROKES = 3;

  public InkPreparation {
    steps = List.copyOf(steps);
  }

  /**
   * Returns the preparation of a line of writing to be learned or read: cleaned, leveled, at unit
   * x-height with the baseline on 0, its points at equal distances. Its slant stays.
   *
   * @param spacing between points, in x-heights
   */
  public static InkPreparation ofLines(double spacing) {
    return leveled().then(new ArcLengthResampling(spacing));
  }

  /**
   * Returns the preparation of a line as {@link #ofLines} has it, its points still where they were.
   */
  public static InkPreparation leveled() {
    return new InkPreparation(
        List.of(
            new RepeatedPointRemoval(),
            OutlierRemoval.usual(),
            new BaselineLeveling(),
            new HeightNormalization()));
  }

  /**
   * Whether ink looks like a line of writing: it is wide, and says more than a character or two, or
   * has several strokes where its text is not known.
   */
  public static boolean isLine(Handwriting ink) {
    boolean wide = ink.box().filter(box -> box.width() >= WIDE * box.height()).isPresent();
    return wide
        && ink.text()
            .map(text -> text.codePointCount(0, text.length()) > 2)
            .orElse(ink.strokes().size() >= FEWEST_STROKES);
  }

  /** Returns this preparation with one step more at the end. */
  public InkPreparation then(PreparationStep step) {
    List<PreparationStep> more = new ArrayList<>(steps);
    more.add(step);
    return new InkPreparation(more);
  }

  /** Prepares ink, and tells all that the steps found. */
  public PreparedInk apply(Handwriting ink) {
    Handwriting current = ink;
    List<PreparedInk.Estimate> estimates = new ArrayList<>();
    for (PreparationStep step : steps) {
      PreparedInk prepared = step.apply(current);
      current = prepared.ink();
      estimates.addAll(prepared.estimates());
    }
    return new PreparedInk(current, estimates);
  }
}
