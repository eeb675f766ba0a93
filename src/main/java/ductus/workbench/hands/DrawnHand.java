package ductus.workbench.hands;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.gather.HandGathering;
import ductus.ink.hand.Borrowing;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkFormat;
import ductus.ink.template.HandTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A hand as somebody drew it.
 *
 * @param borrowing with the marks that it lacked, from other hands
 * @param unknown characters that were drawn but that the model cannot write; left out
 */
public record DrawnHand(Borrowing borrowing, SortedSet<Integer> unknown) {
  private static final int FEWEST = 10;

  /**
   * Reads a filled template, a hand file, or any ink whose pieces are labelled with characters.
   *
   * @param name of the hand
   * @param known characters of the model
   * @param lenders hands that lend marks, the first one first
   * @throws BadFileException if it has no drawings of characters, or too few
   */
  public static DrawnHand read(Path file, String name, Set<Integer> known, List<Hand> lenders)
      throws BadFileException, IOException {
    Hand drawn = drawn(file, name);
    SortedSet<Integer> unknown = new TreeSet<>(drawn.characters());
    unknown.removeAll(known);
    Hand kept = of(drawn, known);
    if (kept.characters().size() < FEWEST) {
      throw new BadFileException(
          file,
          "a hand must have %d characters or more but has %d; ductus hand template makes a sheet"
                  .formatted(FEWEST, kept.characters().size())
              + " to draw them in");
    }
    List<Hand> lending = lenders.stream().map(hand -> of(hand, known)).toList();
    return new DrawnHand(Borrowing.from(kept, lending), unknown);
  }

  private static Hand drawn(Path file, String name) throws BadFileException, IOException {
    InkFile ink = InkFile.read(file);
    if (ink.format() == InkFormat.HAND) {
      Hand hand = HandFile.read(file);
      return new Hand(name, hand.joined(), hand.glyphs());
    }
    List<Handwriting> labelled =
        ink.format() == InkFormat.SVG
            ? HandTemplate.read(file)
            : ink.pieces().stream().filter(piece -> piece.text().isPresent()).toList();
    if (labelled.isEmpty()) {
      throw new BadFileException(file, "does not say which characters its drawings are");
    }
    return HandGathering.written(name, labelled);
  }

  private static Hand of(Hand hand, Set<Integer> characters) {
    SortedMap<Integer, List<Glyph>> glyphs = new TreeMap<>(hand.glyphs());
    glyphs.keySet().retainAll(characters);
    return new Hand(hand.name(), hand.joined(), glyphs);
  }

  /** The hand, completed. */
  public Hand hand() {
    return borrowing.hand();
  }

  /** Letters and digits of English that were not drawn. */
  public List<Integer> missing() {
    return IntStream.rangeClosed(' ', '~')
        .filter(Character::isLetterOrDigit)
        .filter(character -> !hand().characters().contains(character))
        .boxed()
        .toList();
  }
}
