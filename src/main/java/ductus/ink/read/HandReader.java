package ductus.ink.read;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a hand as ink: each drawing of a character is a piece, written by the hand. */
final class HandReader {
  /** Name of the format in a file. */
  static final String FORMAT = "ductus-hand";

  private HandReader() {}

  static List<Handwriting> read(Path path) throws BadFileException, IOException {
    return pieces(HandFile.read(path));
  }

  /** Returns the drawings of a hand as pieces, by their characters. */
  static List<Handwriting> pieces(Hand hand) {
    List<Handwriting> pieces = new ArrayList<>();
    hand.glyphs()
        .forEach(
            (character, drawings) -> {
              for (Glyph drawing : drawings) {
                pieces.add(
                    new Handwriting(
                        drawing.strokes(),
                        Optional.of(Character.toString(character)),
                        Optional.of(hand.name())));
              }
            });
    return pieces;
  }
}
