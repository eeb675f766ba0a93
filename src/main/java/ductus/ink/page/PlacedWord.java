package ductus.ink.page;

import ductus.ink.Stroke;
import java.util.List;

/**
 * A word in its place.
 *
 * @param text what it says
 * @param strokes in the order of writing, in mm on the paper
 */
public record PlacedWord(String text, List<Stroke> strokes) {
  public PlacedWord {
    strokes = List.copyOf(strokes);
  }
}
