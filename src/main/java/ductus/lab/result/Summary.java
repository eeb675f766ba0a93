package ductus.lab.result;

import ductus.math.Spread;
import java.util.List;

/**
 * What a trial has come to over its seeds.
 *
 * @param labels of the trial
 * @param seeds that it ran with
 * @param figures one for each of the examination's measures
 */
public record Summary(List<String> labels, int seeds, List<Spread> figures) {
  public Summary {
    labels = List.copyOf(labels);
    figures = List.copyOf(figures);
  }
}
