package ductus.ink.font;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.compose.ComposedLine;
import ductus.ink.compose.LineComposer;
import ductus.ink.font.HandFont.FontNames;
import ductus.ink.font.HandFont.Kerning;
import ductus.ink.font.HandFont.Letter;
import ductus.ink.font.HandFont.Pair;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.hand.Joins;
import ductus.ink.variation.HandVariation;
import ductus.math.Randomness;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sets the letters of a font beside one another as lines of the hand are composed: so that the room
 * between them looks alike. What is joined meets in its joins.
 */
public final class FontSetting {
  /** The letter that the room beside all others is measured by. */
  private static final int REFERENCE = 'n';

  /** Stand-ins for any two characters of a kind, and for the letters of whose slant all depends. */
  private static final String LETTERS = "uv";

  private static final String DIGITS = "12";
  private static final String OTHERS = ";,";
  private static final String MEASURED = "bdfhiklntBDEFHIKLRT";

  /** How far letters reach over their room where they are not kerned, as behind a space. */
  private static final double OVER = 0;

  private static final double REACH = 0.25;

  /** The most that letters are moved towards one another, for capitals side by side. */
  private static final double NEAREST = -0.35;

  /** Kerning that no eye sees. */
  private static final double LEAST = 0.02;

  /** Letters are kerned by what they are without their marks. */
  private static final int FIRST = '!';

  private static final int LAST = '~';
  private static final double SPACING = 0.1;

  private final SortedMap<Integer, List<LetterForm>> forms;
  private final SortedMap<Integer, List<Glyph>> measured = new TreeMap<>();

  private FontSetting(SortedMap<Integer, List<LetterForm>> forms) {
    this.forms = forms;
    for (int character : MEASURED.codePoints().toArray()) {
      if (forms.containsKey(character)) {
        measured.put(character, List.of(glyph(form(character, 0))));
      }
    }
  }

  /**
   * A font of letters.
   *
   * @param forms of each character, of all equally many; there must be an n
   */
  public static HandFont font(FontNames names, SortedMap<Integer, List<LetterForm>> forms) {
    if (!forms.containsKey(REFERENCE)) {
      throw new IllegalArgumentException("a font must have an n, by which letters are set");
    }
    return new FontSetting(forms).font(names);
  }

  private HandFont font(FontNames names) {
    SortedMap<Integer, List<Letter>> letters = new TreeMap<>();
    SortedMap<Integer, Double> shifts = new TreeMap<>();
    SortedMap<Integer, Double> advances = new TreeMap<>();
    forms.forEach(
        (character, own) -> {
          List<Letter> set = new ArrayList<>();
          for (int i = 0; i < own.size(); i++) {
            double shift = shift(character, i);
            double advance = advance(character, i, shift);
            shifts.putIfAbsent(character, shift);
            advances.putIfAbsent(character, advance);
            set.add(new Letter(own.get(i).moved(shift).strokes(), advance));
          }
          letters.put(character, set);
        });
    LetterForm reference = form(REFERENCE, 0);
    double words = distance(REFERENCE, reference, REFERENCE, reference, " ");
    return new HandFont(names, words - referenceAdvance(0), letters, kerning(shifts, advances));
  }

  private LetterForm form(int character, int number) {
    return forms.getOrDefault(character, List.of()).get(number);
  }

  /** How far a letter is moved from where it was drawn. */
  private double shift(int character, int number) {
    LetterForm letter = form(character, number);
    PenPoint entry = letter.entry();
    if (entry != null) {
      return -entry.x();
    }
    double shift =
        apart(REFERENCE, form(REFERENCE, number), character, letter)
            - referenceAdvance(number)
            + referenceShift(number);
    return Math.max(shift, -OVER - letter.box().left());
  }

  private double advance(int character, int number, double shift) {
    LetterForm letter = form(character, number);
    PenPoint exit = letter.exit();
    if (exit != null) {
      return exit.x() + shift;
    }
    double advance =
        apart(character, letter, REFERENCE, form(REFERENCE, number))
            + shift
            - referenceShift(number);
    return Math.max(advance, letter.box().right() + shift - OVER);
  }

  /** Half of the room between two of the letter that others are measured by is on either side. */
  private double referenceShift(int number) {
    LetterForm reference = form(REFERENCE, number);
    PenPoint entry = reference.entry();
    return entry == null
        ? (apart(reference) - reference.box().width()) / 2 - reference.box().left()
        : -entry.x();
  }

  private double referenceAdvance(int number) {
    LetterForm reference = form(REFERENCE, number);
    PenPoint exit = reference.exit();
    return exit == null ? apart(reference) : exit.x() + referenceShift(number);
  }

  private double apart(LetterForm reference) {
    return distance(REFERENCE, reference, REFERENCE, reference, "");
  }

  private Kerning kerning(SortedMap<Integer, Double> shifts, SortedMap<Integer, Double> advances) {
    SortedMap<Integer, Integer> classes = new TreeMap<>();
    for (int character : forms.keySet()) {
      int base =
          Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD).codePointAt(0);
      if (base >= FIRST && base <= LAST && forms.containsKey(base)) {
        classes.put(character, base);
      }
    }
    SortedMap<Integer, List<Glyph>> glyphs = new TreeMap<>();
    classes.values().forEach(base -> glyphs.put(base, List.of(glyph(form(base, 0)))));
    LineComposer composer = composer(glyphs);
    SortedMap<Pair, Double> farther = new TreeMap<>();
    for (int before : classes.values().stream().distinct().sorted().toList()) {
      for (int next : classes.values().stream().distinct().sorted().toList()) {
        LetterForm left = form(before, 0);
        LetterForm right = form(next, 0);
        if (left.exit() == null || right.entry() == null) {
          double usual =
              advances.getOrDefault(before, 0.0)
                  + shifts.getOrDefault(next, 0.0)
                  - shifts.getOrDefault(before, 0.0);
          double apart = distance(composer, before, left, next, right, "") - reach(left, right);
          double more = Math.max(NEAREST, apart - usual);
          if (Math.abs(more) >= LEAST) {
            farther.put(new Pair(before, next), more);
          }
        }
      }
    }
    return new Kerning(classes, farther);
  }

  /**
   * How far the origins of two letters stand apart. The way into a letter that would come from a
   * letter before reaches into the room between them.
   */
  private double apart(int before, LetterForm left, int next, LetterForm right) {
    return distance(before, left, next, right, "") - reach(left, right);
  }

  private static double reach(LetterForm left, LetterForm right) {
    return left.exit() == null && right.entry() != null ? REACH : 0;
  }

  /** How far the origins of two letters stand apart where they are composed. */
  private double distance(int before, LetterForm left, int next, LetterForm right, String between) {
    int first = standIn(before, 0);
    int second = standIn(next, 1);
    SortedMap<Integer, List<Glyph>> glyphs = new TreeMap<>(measured);
    glyphs.put(first, List.of(glyph(left)));
    glyphs.put(second, List.of(glyph(right)));
    return distance(composer(glyphs), first, left, second, right, between);
  }

  private static LineComposer composer(SortedMap<Integer, List<Glyph>> glyphs) {
    return new LineComposer(new Hand("font", false, glyphs), HandVariation.none(), SPACING);
  }

  private static double distance(
      LineComposer composer,
      int before,
      LetterForm left,
      int next,
      LetterForm right,
      String between) {
    ComposedLine line =
        composer.compose(
            Character.toString(before) + between + Character.toString(next), Randomness.of(0));
    int at = 0;
    while (line.character(at) == 0) {
      at++;
    }
    return line.x(at)
        - right.strokes().get(0).first().x()
        - (line.x(0) - left.strokes().get(0).first().x());
  }

  private static Glyph glyph(LetterForm form) {
    List<Stroke> strokes = form.strokes();
    return new Glyph(strokes, Joins.NONE);
  }

  /** Letters, digits and signs stand in different ways beside one another. */
  private static int standIn(int character, int number) {
    String kind =
        Character.isLetter(character) ? LETTERS : Character.isDigit(character) ? DIGITS : OTHERS;
    return kind.charAt(number);
  }
}
