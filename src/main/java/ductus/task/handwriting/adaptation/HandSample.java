package ductus.task.handwriting.adaptation;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkFormat;
import ductus.ink.template.HandTemplate;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** A sample that somebody wrote to show a hand: drawings of characters, or lines. */
public sealed interface HandSample permits DrawnHand, WrittenHand {
  /** Name of the hand. */
  String name();

  /** Letters and digits of English, for lines all signs of ASCII, that the sample does not show. */
  List<Integer> missing();

  /** Marks that the sample lacked, by the name of the hand that lent them. */
  SortedMap<String, String> borrowed();

  /** The parts of the sample that cannot be learned, and why. */
  List<String> leftOut();

  /**
   * The style that a network has of the hand when it has learned it.
   *
   * @param nearest the known hand that it begins as
   */
  PenStyle style(PenStyle nearest);

  /** Lines in the hand itself, prepared, with plain texts; none where it shows but characters. */
  List<Handwriting> lines();

  /** Lines to learn from. */
  HandTrainingLines lessons(Alphabet alphabet);

  /** Writes the sample into a file of which it can be read again. */
  void write(Path file) throws IOException;

  /**
   * Reads a filled template, a hand file, or any ink whose pieces are labelled with characters or
   * are lines with their texts.
   *
   * @param files one or more, all of characters or all of lines
   * @param name of the hand
   * @param known characters of the model
   * @param lenders hands that lend marks to drawn characters, the first one first
   * @throws BadFileException if there are no such drawings or lines, or too few
   */
  static HandSample read(List<Path> files, String name, Set<Integer> known, List<Hand> lenders)
      throws BadFileException, IOException {
    List<Handwriting> labelled = new ArrayList<>();
    for (Path file : files) {
      InkFile ink = InkFile.read(file);
      if (ink.format() == InkFormat.HAND && files.size() == 1) {
        Hand hand = HandFile.read(file);
        return DrawnHand.of(file, new Hand(name, hand.joined(), hand.glyphs()), known, lenders);
      }
      // Neither SVG nor Xournal++ can say what is written: where it stands on the sheet does.
      boolean isSheet = ink.format() == InkFormat.SVG || ink.format() == InkFormat.XOURNAL;
      List<Handwriting> pieces = isSheet ? HandTemplate.read(file) : ink.pieces();
      pieces.stream().filter(piece -> piece.text().isPresent()).forEach(labelled::add);
      if (labelled.isEmpty()) {
        throw new BadFileException(
            file, "does not say which characters its drawings are, or what its lines say");
      }
    }
    return labelled.stream().anyMatch(HandSample::isLine)
        ? WrittenHand.of(files.get(0), name, labelled, known)
        : DrawnHand.gathered(files.get(0), name, labelled, known, lenders);
  }

  private static boolean isLine(Handwriting piece) {
    return Characters.of(piece.text().orElse("")).length > 2;
  }
}
