package ductus.model.pen;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A hand that a network has learned.
 *
 * @param name by which people ask for it
 * @param joined whether it joins its letters
 * @param characters that it has seen in training, one after another; the space is not among them
 * @param forms how many it has of each of them, 1 or more; files may leave it out where all have
 *     one
 */
public record PenStyle(String name, boolean joined, String characters, List<Integer> forms) {
  public PenStyle {
    if (name == null || name.isBlank() || characters == null || characters.isEmpty()) {
      throw new IllegalArgumentException(
          "a style must have a name and characters but had %s and %s".formatted(name, characters));
    }
    forms = forms == null ? oneEach(characters) : List.copyOf(forms);
    if (forms.size() != characters.codePointCount(0, characters.length())
        || forms.stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException(
          "a style must have a form or more of each of its characters but had %s of %s"
              .formatted(forms, characters));
    }
  }

  /** A hand that has one form of each character. */
  public PenStyle(String name, boolean joined, String characters) {
    this(name, joined, characters, oneEach(characters));
  }

  /**
   * A hand.
   *
   * @param forms how many it has of each character
   */
  public static PenStyle of(String name, boolean joined, SortedMap<Integer, Integer> forms) {
    return new PenStyle(
        name,
        joined,
        forms.keySet().stream().map(Character::toString).collect(Collectors.joining()),
        List.copyOf(forms.values()));
  }

  private static List<Integer> oneEach(String characters) {
    return Collections.nCopies(characters.codePointCount(0, characters.length()), 1);
  }

  /** The code points of its characters. */
  public Set<Integer> codePoints() {
    return characters.codePoints().boxed().collect(Collectors.toUnmodifiableSet());
  }
}
