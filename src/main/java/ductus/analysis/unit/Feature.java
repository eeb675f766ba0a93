package ductus.analysis.unit;

import java.util.List;

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
