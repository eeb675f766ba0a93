package ductus.task.handwriting.adaptation;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.gather.HandGathering;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.GlyphFallback;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.model.pen.Alphabet;
import ductus.model.pen.PenStyle;
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
 * A hand as somebody drew its characters.
 *
 * @param borrowing with the marks that it lacked, from other hands
 * @param unknown characters that were drawn but that the model cannot write; left out
 */
public record DrawnHand(GlyphFallback borrowing, SortedSet<Integer> unknown) implements HandSample {
  /** Fewer characters make no hand. */
  public static final int FEWEST = 10;

  /**
   * A hand of labelled characters.
   *
   * @param file to complain of
   * @param known characters of the model
   * @param lenders hands that lend marks, the first one first
   */
  static DrawnHand gathered(
      Path file, String name, List<Handwriting> labelled, Set<Integer> known, List<Hand> lenders)
      throws BadFileException {
    return of(file, HandGathering.written(name, labelled), known, lenders);
  }

  /** A hand without what the model does not know, and with the marks that it lacks. */
  static DrawnHand of(Path file, Hand drawn, Set<Integer> known, List<Hand> lenders)
      throws BadFileException {
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
    return new DrawnHand(GlyphFallback.from(kept, lending), unknown);
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

  @Override
  public String name() {
    return hand().name();
  }

  @Override
  public List<Integer> missing() {
    return IntStream.rangeClosed(' ', '~')
        .filter(Character::isLetterOrDigit)
        .filter(character -> !hand().characters().contains(character))
        .boxed()
        .toList();
  }

  @Override
  public SortedMap<String, String> borrowed() {
    SortedMap<String, String> borrowed = new TreeMap<>();
    borrowing
        .lenders()
        .forEach(
            (character, lender) ->
                borrowed.merge(lender, Character.toString(character), String::concat));
    return borrowed;
  }

  @Override
  public List<String> leftOut() {
    return unknown.stream()
        .map(character -> "the model does not know " + Character.toString(character))
        .toList();
  }

  @Override
  public PenStyle style(PenStyle nearest) {
    return PenStyle.of(name(), hand().joined(), hand().counts());
  }

  @Override
  public List<Handwriting> lines() {
    return List.of();
  }

  @Override
  public HandTrainingLines lessons(Alphabet alphabet) {
    return new ComposedTrainingLines(hand(), alphabet);
  }

  @Override
  public void write(Path file) throws IOException {
    HandFile.write(file, hand(), "Drawn by its owner.", "private");
  }
}
