package ductus.ink.mark;

import ductus.ink.hand.Characters;
import java.util.List;
import java.util.Set;

/**
 * A text as somebody is to draw it who has not learned all of its characters: those are left out,
 * and what nobody joins to stands apart by spaces.
 *
 * @param characters all of the text: decomposed, spaces of every width as one
 * @param drawn what is to be drawn, words by single spaces
 * @param sources for each code point that is to be drawn, the index of the character that it is
 *     drawn for; for a space, that of the character before it
 * @param pieces from left to right
 * @param marks to set on letters
 * @param dotless characters that are drawn as an i or j with its dot, which is to go
 */
public record ApartText(
    List<Integer> characters,
    String drawn,
    List<Integer> sources,
    List<Piece> pieces,
    List<Mark> marks,
    Set<Integer> dotless) {
  /** The word of a piece that is not drawn but is a symbol. */
  static final int SYMBOL = -1;

  /**
   * What is set as one.
   *
   * @param at index of its first character
   * @param word number of the word of the drawn text, or {@link #SYMBOL}
   * @param spaced whether there is a space before it
   */
  record Piece(int at, int word, boolean spaced) {}

  /**
   * A mark that is set on a letter.
   *
   * @param at index of the character that it belongs to
   * @param letter index of the letter's character
   * @param form what the mark looks like
   */
  record Mark(int at, int letter, int form) {}

  public ApartText {
    characters = List.copyOf(characters);
    sources = List.copyOf(sources);
    pieces = List.copyOf(pieces);
    marks = List.copyOf(marks);
    dotless = Set.copyOf(dotless);
  }

  /**
   * Takes a text apart.
   *
   * @param learned characters that can be drawn; any other of the text must be one of the symbols';
   *     signs beyond ASCII are taken from those anyway
   * @param joined whether letters are joined: then no mark may stand among them
   */
  public static ApartText of(String text, Set<Integer> learned, boolean joined, Symbols symbols) {
    List<Integer> characters =
        Characters.plain(text, symbols.characters()).codePoints().boxed().toList();
    return new TextSplitting(characters, symbols.withoutSigns(learned), joined).split();
  }

  /** The text with all its characters, decomposed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::appendCodePoint);
    return text.toString();
  }

  /** Whether the text is drawn just as it is. */
  public boolean isWhole() {
    return marks.isEmpty() && dotless.isEmpty() && drawn.equals(text());
  }
}
