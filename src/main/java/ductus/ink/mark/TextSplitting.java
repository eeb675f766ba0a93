package ductus.ink.mark;

import ductus.ink.hand.Characters;
import ductus.ink.mark.ApartText.Mark;
import ductus.ink.mark.ApartText.Piece;
import ductus.ink.mark.Symbols.Stroked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes one text apart. */
final class TextSplitting {
  private static final int NOTHING = 0;
  private static final int NOWHERE = -1;

  private final List<Integer> text;
  private final Set<Integer> learned;
  private final boolean joined;

  private final StringBuilder drawn = new StringBuilder();
  private final List<Integer> sources = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final Set<Integer> dotless = new HashSet<>();

  private int words;

  /** Index of the last character of the word that is no mark. */
  private int base = NOWHERE;

  /** Whether a space comes before the next character. */
  private boolean spaced;

  /** Whether the next letter goes to the last piece. */
  private boolean open;

  TextSplitting(List<Integer> text, Set<Integer> learned, boolean joined) {
    this.text = text;
    this.learned = learned;
    this.joined = joined;
  }

  ApartText split() {
    for (int at = 0; at < text.size(); at++) {
      if (!Characters.isDrawn(text.get(at))) {
        spaced = true;
        open = false;
        base = NOWHERE;
      } else if (base != NOWHERE && Characters.isMark(text.get(at))) {
        mark(at);
      } else {
        character(at);
        base = at;
        spaced = false;
      }
    }
    return new ApartText(text, drawn.toString(), sources, pieces, marks, dotless);
  }

  private void mark(int at) {
    if (open && isDrawnMark(at)) {
      add(text.get(at), at);
    } else {
      marks.add(new Mark(at, base, Symbols.form(text.get(base), text.get(at))));
    }
  }

  /** Whether a mark is left to whoever draws the letter. */
  private boolean isDrawnMark(int at) {
    int mark = text.get(at);
    return !joined && learned.contains(mark) && Symbols.form(text.get(at - 1), mark) == mark;
  }

  private void character(int at) {
    int form = form(at);
    boolean apart = joined && !Character.isLetterOrDigit(text.get(at));
    if (form == NOTHING) {
      pieces.add(new Piece(at, ApartText.SYMBOL, spaced));
      open = false;
      return;
    }
    boolean again = !spaced && base != NOWHERE && text.get(base).equals(text.get(at));
    if (apart ? !(again && isLastDrawn()) : !open) {
      begin(at);
    }
    add(form, at);
    open = !apart;
  }

  private boolean isLastDrawn() {
    return !pieces.isEmpty() && pieces.get(pieces.size() - 1).word() != ApartText.SYMBOL;
  }

  private void begin(int at) {
    if (!sources.isEmpty()) {
      add(' ', sources.get(sources.size() - 1));
    }
    pieces.add(new Piece(at, words++, spaced));
  }

  private void add(int character, int source) {
    drawn.appendCodePoint(character);
    sources.add(source);
  }

  /** What is drawn for a character, marks aside. */
  private int form(int at) {
    int character = text.get(at);
    boolean dotted = character == 'i' || character == 'j';
    if ((dotted && losesItsDot(at))
        || (character == Symbols.DOTLESS_I && !learned.contains(character))) {
      return dotless(at, character);
    }
    if (learned.contains(character)) {
      return character;
    }
    Stroked stroked = Symbols.stroked(character);
    if (stroked != null && learned.contains(stroked.letter())) {
      marks.add(new Mark(at, at, stroked.mark()));
      return stroked.letter();
    }
    return isApostrophe(at) ? '\'' : NOTHING;
  }

  private int dotless(int at, int character) {
    if (character != 'j' && learned.contains(Symbols.DOTLESS_I)) {
      return Symbols.DOTLESS_I;
    }
    dotless.add(at);
    return character == 'j' ? 'j' : 'i';
  }

  /** Whether a mark that is set afterwards stands where the dot would. */
  private boolean losesItsDot(int at) {
    for (int next = at + 1; next < text.size() && Characters.isMark(text.get(next)); next++) {
      if (!isDrawnMark(next) && MarkPlace.isAbove(text.get(next))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a closing quote stands inside a word, where it is an apostrophe. */
  private boolean isApostrophe(int at) {
    return !joined
        && text.get(at) == '’'
        && learned.contains((int) '\'')
        && at > 0
        && at + 1 < text.size()
        && Character.isLetter(text.get(at - 1))
        && Character.isLetter(text.get(at + 1));
  }
}
