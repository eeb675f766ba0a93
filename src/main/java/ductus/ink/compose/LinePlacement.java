package ductus.ink.compose;

import ductus.ink.hand.Characters;
import ductus.ink.variation.Drift;
import ductus.ink.variation.HandVariation;
import ductus.ink.variation.Wave;
import ductus.math.Randomness;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A line while it is written: places letter after letter, then lets the whole lean and drift. */
final class LinePlacement {
  private static final int DOTLESS_I = 'ı';

  /** Space between a letter's top and the mark above it, x-heights. */
  private static final double MARK_GAP = 0.2;

  /** Least distance of the ink of two letters that do not touch, x-heights. */
  private static final double NEAREST = 0.17;

  /** Least way to the right of a join, x-heights; it is longer where the join climbs. */
  private static final double SHORTEST_JOIN = 0.08;

  private static final double JOIN_SLOPE = 0.3;

  private final PreparedHand hand;
  private final HandVariation variation;
  private final RandomGenerator random;
  private final LetterFit fit;
  private final double spacing;
  private final Trace trace = new Trace();
  private final Profile written = new Profile();
  private final Map<Integer, Integer> lastVariants = new HashMap<>();

  private final Map<Integer, Integer> variants = new HashMap<>();

  private @Nullable ComposedLetter before;
  private int characterBefore;

  /** Number of spaces since the letter before. */
  private int spaces;

  LinePlacement(PreparedHand hand, HandVariation variation, RandomGenerator random) {
    this.hand = hand;
    this.variation = variation;
    this.random = random;
    fit = new LetterFit(NEAREST, hand.slant);
    spacing = 1 + Wave.normal(random, variation.spacing());
  }

  /** Writes the characters; returns the trace of all that are drawn. */
  Trace write(int[] characters) {
    for (int i = 0; i < characters.length; i++) {
      if (!Characters.isDrawn(characters[i])) {
        spaces++;
      } else if (before != null && spaces == 0 && Characters.isMark(characters[i])) {
        mark(before, characters[i], i);
      } else {
        boolean marked = i + 1 < characters.length && Characters.isMark(characters[i + 1]);
        letter(characters[i], marked, i);
      }
    }
    trace.lift();
    settle();
    return trace;
  }

  /** The number of the drawing that each character was; 0 of those that are not drawn. */
  int[] variants(int characters) {
    return IntStream.range(0, characters).map(i -> variants.getOrDefault(i, 0)).toArray();
  }

  private void letter(int character, boolean marked, int at) {
    ComposedLetter letter =
        new ComposedLetter(choose(bare(character, marked), at), variation, random);
    ComposedLetter previous = before;
    if (previous == null) {
      letter.move(-letter.body.filled(0, 0).left[0], 0);
      draw(letter, at, false);
    } else if (hand.hand.joined() && spaces == 0 && joins(previous, letter)) {
      letter.move(joinedPlace(previous, letter), 0);
      join(previous, letter, at);
      draw(letter, at, true);
    } else {
      letter.move(place(previous, letter, character), 0);
      trace.lift();
      draw(letter, at, false);
    }
    written.add(letter.profile);
    before = letter;
    characterBefore = character;
    spaces = 0;
  }

  private static boolean joins(ComposedLetter before, ComposedLetter next) {
    return before.shape.joins.right() && next.shape.joins.left();
  }

  private double place(ComposedLetter previous, ComposedLetter letter, int character) {
    double space = uneven(spaces == 0 ? hand.letterSpace : spaces * hand.wordSpace);
    // An exit that leads to no join reaches into the space.
    boolean leading = hand.hand.joined() && spaces == 0 && previous.shape.joins.right();
    Profile before = leading ? previous.body : previous.profile;
    double optical = fit.place(before, written, letter.profile, space, top(previous, letter));
    double boxes = fit.beside(previous.profile, letter.profile, boxSpace(character) * space);
    return Math.max(optical, boxes);
  }

  /**
   * The part of the space before a character that must be left between boxes. Letters may reach
   * over each other, words and punctuation less so, and digits stand as boxes, or 13 would look
   * like a B.
   */
  private double boxSpace(int character) {
    if (Character.isDigit(characterBefore) && Character.isDigit(character)) {
      return 0.85;
    }
    if (spaces > 0) {
      return 0.6;
    }
    boolean letters = Character.isLetter(characterBefore) && Character.isLetter(character);
    return letters ? -2 : 0.65;
  }

  private double joinedPlace(ComposedLetter previous, ComposedLetter letter) {
    double climb = Math.abs(letter.y[0] - previous.y[previous.exit()]);
    double shortest =
        previous.x[previous.exit()] + SHORTEST_JOIN + JOIN_SLOPE * climb - letter.x[0];
    double place =
        fit.place(
            previous.body,
            previous.body,
            letter.body,
            uneven(hand.letterSpace),
            top(previous, letter));
    return Math.max(shortest, place);
  }

  private double uneven(double space) {
    return space * Math.max(0.5, spacing + Wave.normal(random, variation.spacing() / 2));
  }

  /** Height up to which the space between two letters is seen. */
  private static double top(ComposedLetter previous, ComposedLetter letter) {
    return Math.max(1, Math.min(1.7, Math.min(previous.top, letter.top)));
  }

  private void join(ComposedLetter previous, ComposedLetter letter, int at) {
    int last = trace.size() - 1;
    boolean penDown = !trace.penUp(last);
    int first = penDown ? trace.character(last) : at;
    if (!penDown) {
      trace.add(previous.x[previous.exit()], previous.y[previous.exit()], at, true);
    }
    new Join(previous, letter).draw(trace, first, at);
  }

  /** Draws a letter; the pen stays down only where a join may follow at once. */
  private void draw(ComposedLetter letter, int at, boolean joined) {
    int strokes = letter.shape.ends.length;
    boolean open = hand.hand.joined() && strokes == 1 && letter.shape.joins.right();
    int start = 0;
    for (int stroke = 0; stroke < strokes; stroke++) {
      int end = letter.shape.ends[stroke];
      for (int i = start; i < end; i++) {
        boolean smooth = (joined && i == 0) || (open && i == end - 1);
        trace.add(letter.x[i], letter.y[i], at, letter.shape.corner[i] && !smooth);
      }
      if (!open) {
        trace.lift();
      }
      start = end;
    }
  }

  /** Draws a mark over the middle of its letter's top, or hanging from the baseline. */
  private void mark(ComposedLetter letter, int character, int at) {
    trace.lift();
    ComposedLetter mark = new ComposedLetter(choose(character, at), variation, random);
    boolean hangs = mark.shape.box.top() < 0.15 && mark.shape.box.bottom() < -0.1;
    double height = hangs ? 0 : letter.top + MARK_GAP;
    mark.move(letter.middle(hand.slant) + hand.slant * height, height);
    letter.top = Math.max(letter.top, mark.top);
    draw(mark, at, false);
    trace.lift();
  }

  /** The character to draw for one that may have a mark: an i loses its dot under it. */
  private int bare(int character, boolean marked) {
    return marked && character == 'i' && !hand.shapes(DOTLESS_I).isEmpty() ? DOTLESS_I : character;
  }

  /** Chooses a drawing at random, not the same twice in succession. */
  private Shape choose(int character, int at) {
    List<Shape> shapes = hand.shapes(character);
    int last = lastVariants.getOrDefault(character, -1);
    int chosen = Randomness.another(last, shapes.size(), random);
    lastVariants.put(character, chosen);
    variants.put(at, chosen);
    return shapes.get(chosen);
  }

  /** Gives the line its size and slant, and its baseline slow waves. */
  private void settle() {
    double size = 1 + Wave.normal(random, variation.size());
    double lean = Wave.normal(random, variation.slant());
    Drift drift = new Drift(variation.baseline(), random);
    for (int i = 0; i < trace.size(); i++) {
      double x = size * (trace.x(i) + lean * trace.y(i));
      trace.move(i, x, size * trace.y(i) + drift.at(x));
    }
  }
}
