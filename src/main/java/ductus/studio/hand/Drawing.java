package ductus.studio.hand;

import ductus.ink.Handwriting;
import ductus.ink.template.HandTemplate;
import java.util.List;

/**
 * A character as the page drew it.
 *
 * @param character the one that it is
 * @param examples drawings of it, each as {@link DrawnInk#CHARACTER} has it; none takes it away
 */
record Drawing(String character, List<List<List<List<Double>>>> examples) {
  /** More teach nothing new. */
  static final int MOST_EXAMPLES = 5;

  Drawing {
    if (character == null
        || character.codePointCount(0, character.length()) != 1
        || !HandTemplate.characters().contains(character.codePointAt(0))) {
      throw new IllegalArgumentException(
          "a character must be a letter, a digit or a sign of ASCII but was " + character);
    }
    if (examples == null) {
      throw new IllegalArgumentException(character + " must have examples, or an empty list");
    }
    DrawnInk.limit(character, "examples", examples.size(), MOST_EXAMPLES);
  }

  /** The examples as labelled ink. */
  List<Handwriting> ink() {
    return examples.stream().map(this::ink).toList();
  }

  private Handwriting ink(List<List<List<Double>>> example) {
    if (example == null || example.isEmpty()) {
      throw new IllegalArgumentException("an example of " + character + " must have a stroke");
    }
    return DrawnInk.CHARACTER.read(character, character, example);
  }

  /** The page's form of an example. */
  static List<List<List<Double>>> strokes(Handwriting ink) {
    return DrawnInk.CHARACTER.strokes(ink);
  }
}
