package ductus.ink.layout;

import java.util.ArrayList;
import java.util.List;

/** The words of a text in the order in which pages have them, each with its place in the text. */
public final class TextWords {
  /**
   * A word's place, as an {@link PageChanges} names it.
   *
   * @param line of the text, from 0
   * @param word in it, from 0
   */
  public record Place(int line, int word) {}

  private TextWords() {}

  /**
   * The places of the words of a text.
   *
   * @throws IllegalArgumentException if it has no word or is too long
   */
  public static List<Place> of(String text) {
    TextDocument document = TextDocument.parse(text);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < document.paragraphs().size(); i++) {
      for (int word = 0; word < document.paragraphs().get(i).words().size(); word++) {
        places.add(new Place(document.firstLine() + i, word));
      }
    }
    return places;
  }
}
