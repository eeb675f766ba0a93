package ductus.model.pen;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * A hand that a network has learned.
 *
 * @param name by which people ask for it
 * @param joined whether it joins its letters
 * @param characters that it has seen in training, one after another; the space is not among them
 */
public record PenStyle(String name, boolean joined, String characters) {
  public PenStyle {
    if (name == null || name.isBlank() || characters == null || characters.isEmpty()) {
      throw new IllegalArgumentException(
          "a style must have a name and characters but had %s and %s".formatted(name, characters));
    }
  }

  /** The code points of its characters. */
  public Set<Integer> codePoints() {
    return characters.codePoints().boxed().collect(Collectors.toUnmodifiableSet());
  }
}
