package ductus.model;

import java.util.List;

/**
 * What a piece, or each of its beats, can be asked to be like, such as its style.
 *
 * @param name such as {@code style}
 * @param labels its values: names, or the lower ends of ranges, ascending
 */
public record Condition(String name, List<String> labels) {
  public Condition {
    if (name == null || labels == null || labels.isEmpty()) {
      throw new IllegalArgumentException("a condition must have a name and labels");
    }
    labels = List.copyOf(labels);
  }
}
