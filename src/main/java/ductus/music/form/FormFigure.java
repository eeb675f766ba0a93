package ductus.music.form;

import ductus.music.Melody;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the form of two sets of tunes.
 *
 * @param statistic its label
 * @param generated share of the generated tunes' bars, or tunes, or a mean
 * @param heldOut the same of the held-out tunes
 * @param ratio of the two; null where the held-out tunes have none
 */
public record FormFigure(
    String statistic, double generated, double heldOut, @Nullable Double ratio) {
  /** Counts over two sets, in all statistics that both have something for. */
  public static List<FormFigure> of(List<Melody> generated, List<Melody> heldOut) {
    Map<FormStatistic, TuneForm.Count> made = pooled(generated);
    Map<FormStatistic, TuneForm.Count> real = pooled(heldOut);
    List<FormFigure> figures = new ArrayList<>();
    for (FormStatistic statistic : FormStatistic.values()) {
      TuneForm.Count one = made.getOrDefault(statistic, TuneForm.Count.NONE);
      TuneForm.Count other = real.getOrDefault(statistic, TuneForm.Count.NONE);
      if (one.whole() > 0 && other.whole() > 0) {
        double share = one.part() / one.whole();
        double people = other.part() / other.whole();
        figures.add(
            new FormFigure(
                statistic.label(), share, people, people == 0 ? null : (Double) (share / people)));
      }
    }
    return figures;
  }

  private static Map<FormStatistic, TuneForm.Count> pooled(List<Melody> tunes) {
    Map<FormStatistic, TuneForm.Count> sums = new EnumMap<>(FormStatistic.class);
    for (Melody tune : tunes) {
      TuneForm.of(tune)
          .forEach((statistic, count) -> sums.merge(statistic, count, TuneForm.Count::plus));
    }
    return sums;
  }
}
