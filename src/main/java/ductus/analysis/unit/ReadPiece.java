package ductus.analysis.unit;

import ductus.nn.recurrent.RecurrentActivations;
import java.util.List;

/**
 * A piece as a network read it.
 *
 * @param features what a person sees in it, in the same order for all pieces of a kind
 * @param layers what the network's layers did, the lowest first
 */
public record ReadPiece(List<Feature> features, List<RecurrentActivations> layers) {
  /**
   * Something that a person sees in a piece at each step of it.
   *
   * @param name in words
   * @param course its value at each step; NaN where there is none
   */
  public record Feature(String name, List<Double> course) {
    public Feature {
      course = List.copyOf(course);
    }
  }

  public ReadPiece {
    features = List.copyOf(features);
    layers = List.copyOf(layers);
    for (Feature feature : features) {
      for (RecurrentActivations layer : layers) {
        if (feature.course().size() != layer.rows()) {
          throw new IllegalArgumentException(
              "'%s' must have a value for each of %d steps but had %d"
                  .formatted(feature.name(), layer.rows(), feature.course().size()));
        }
      }
    }
  }
}
