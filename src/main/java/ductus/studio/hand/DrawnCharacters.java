package ductus.studio.hand;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.studio.bin.BinKind;
import ductus.studio.collection.Workspace;
import ductus.task.handwriting.adaptation.DrawnHand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The characters of a hand that were drawn so far. */
public final class DrawnCharacters {
  private final SketchFile sketches;

  /** Creates the store of drawn characters of a workspace. */
  public DrawnCharacters(Workspace workspace) {
    sketches = new SketchFile(workspace, "drawn", BinKind.CHARACTERS);
  }

  /** The file of them, each as often as it was drawn. */
  SketchFile sketches() {
    return sketches;
  }

  /** The examples of each character. */
  Map<String, List<List<List<List<Double>>>>> drawings() throws BadFileException, IOException {
    Map<String, List<List<List<List<Double>>>>> drawings = new LinkedHashMap<>();
    for (Handwriting piece : sketches.ink()) {
      drawings
          .computeIfAbsent(piece.text().orElse(""), any -> new ArrayList<>())
          .add(Drawing.strokes(piece));
    }
    return drawings;
  }

  /** Keeps the examples of a character in place of those that there were. */
  void draw(Drawing drawing) throws BadFileException, IOException {
    sketches.replace(drawing.character(), drawing.ink());
  }

  /** Adds examples to those that there are, as many of each character as there is room for. */
  void add(List<Handwriting> drawn) throws BadFileException, IOException {
    synchronized (sketches.lock()) {
      List<Handwriting> pieces = new ArrayList<>(sketches.ink());
      Map<String, Integer> counts = new HashMap<>();
      pieces.forEach(piece -> counts.merge(piece.text().orElse(""), 1, Integer::sum));
      for (Handwriting piece : drawn) {
        if (counts.merge(piece.text().orElse(""), 1, Integer::sum) <= Drawing.MOST_EXAMPLES) {
          pieces.add(piece);
        }
      }
      sketches.keep(pieces);
    }
  }

  /**
   * The characters, to be learned.
   *
   * @throws IllegalArgumentException if they are too few
   */
  List<Handwriting> enough() throws BadFileException, IOException {
    List<Handwriting> drawn = sketches.ink();
    long characters = drawn.stream().map(Handwriting::text).distinct().count();
    if (characters < DrawnHand.FEWEST) {
      throw new IllegalArgumentException(
          "a hand must have %d characters or more but has %d: draw some more"
              .formatted(DrawnHand.FEWEST, characters));
    }
    return drawn;
  }
}
