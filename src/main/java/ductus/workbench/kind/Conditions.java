package ductus.workbench.kind;

import ductus.math.PlaceRandom;
import ductus.model.Condition;
import ductus.model.ConditionedEncoding;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Key;
import ductus.music.Score;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a model can be asked for: the conditions that its pieces were learned with, each known by
 * the side features.
 *
 * @param all in the order of the features
 */
public record Conditions(List<Condition> all) {
  /** None. */
  public static final Conditions NONE = new Conditions(List.of());

  /** Share of the training pieces that a condition is left open for, so that it can be. */
  private static final float LEFT_OPEN = 0.2f;

  private static final List<String> PITCH_CLASSES =
      List.of("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B");

  public Conditions {
    all = List.copyOf(all);
  }

  /** Names of what can be asked for. */
  public static List<String> names() {
    return Stream.of(Trait.values()).map(Trait::label).toList();
  }

  /**
   * A piece that labels are learned from, or values found of.
   *
   * @param style its style; empty where it has none
   */
  public record Example(Score score, String style) {}

  /**
   * The conditions of some names, with the labels that the pieces have.
   *
   * @param pieces gone through once for each name
   * @throws IllegalArgumentException if there is no condition of a name, or no piece has a value
   */
  public static Conditions learn(List<String> names, Iterable<Example> pieces) {
    List<Condition> all = new ArrayList<>();
    for (String name : names) {
      Trait trait = trait(name);
      List<List<String>> values =
          StreamSupport.stream(pieces.spliterator(), false)
              .map(piece -> trait.of(piece.score(), piece.style()))
              .toList();
      for (int i = 0; i < trait.conditions(); i++) {
        int at = i;
        List<String> labels = trait.labels(values.stream().map(value -> value.get(at)).toList());
        if (labels.isEmpty()) {
          throw new IllegalArgumentException("conditions: no piece has a " + name + trait.source());
        }
        all.add(new Condition(i == 0 && trait != Trait.PITCHES ? name : pitch(i), labels));
      }
    }
    return new Conditions(all);
  }

  private static String pitch(int pitchClass) {
    return Trait.PITCHES.label() + " " + PITCH_CLASSES.get(pitchClass);
  }

  private static Trait trait(String name) {
    Trait trait = Trait.of(name);
    if (trait == null) {
      throw new IllegalArgumentException(
          "conditions must be of %s but one was %s".formatted(names(), name));
    }
    return trait;
  }

  /** What all of them leave open. */
  public List<Integer> open() {
    return Collections.nCopies(all.size(), Sequence.NONE);
  }

  /** The values of a piece. */
  public List<Integer> of(Example piece) {
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < all.size(); ) {
      Trait trait = trait(all.get(i).name().split(" ", -1)[0]);
      for (String value : trait.of(piece.score(), piece.style())) {
        values.add(index(all.get(i++), trait, value));
      }
    }
    return values;
  }

  /**
   * The same with some left open by chance.
   *
   * @param key of the random numbers
   */
  List<Integer> someOpen(List<Integer> values, long key) {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      left.add(PlaceRandom.uniform(key, i) < LEFT_OPEN ? Sequence.NONE : values.get(i));
    }
    return left;
  }

  private static int index(Condition condition, Trait trait, String value) {
    if (value.isEmpty()) {
      return Sequence.NONE;
    }
    if (!trait.isNumber()) {
      return condition.labels().indexOf(value);
    }
    double number = Double.parseDouble(value);
    int range = 0;
    while (range + 1 < condition.labels().size()
        && Double.parseDouble(condition.labels().get(range + 1)) <= number) {
      range++;
    }
    return range;
  }

  /**
   * The values that are asked for, as in {@code style=jazz}, {@code tempo=120} or {@code
   * pitches=2,0,1,0,1,1,0,2,0,1,0,1}: a weight for each pitch class from C up.
   *
   * @throws IllegalArgumentException if the model does not know such a condition, or such a label
   */
  public List<Integer> parse(List<String> asked) {
    List<Integer> values = new ArrayList<>(open());
    for (String one : asked) {
      int equals = one.indexOf('=');
      String name = (equals < 0 ? one : one.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
      String value = equals < 0 ? "" : one.substring(equals + 1).strip();
      Trait trait = Trait.of(name);
      int first = first(name, trait);
      if (trait == null || first < 0) {
        throw new IllegalArgumentException(
            all.isEmpty()
                ? "condition "
                    + name
                    + ": the model was trained without conditions; train it with --conditions"
                : "condition must be one of %s but was %s".formatted(known(), name));
      }
      List<String> parts = trait == Trait.PITCHES ? weights(value) : List.of(value);
      for (int i = 0; i < parts.size(); i++) {
        values.set(first + i, asked(all.get(first + i), trait, parts.get(i)));
      }
    }
    return values;
  }

  private int first(String name, @Nullable Trait trait) {
    String first = trait == Trait.PITCHES ? pitch(0) : name;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).name().equals(first)) {
        return i;
      }
    }
    return -1;
  }

  private List<String> known() {
    return all.stream().map(condition -> condition.name().split(" ", -1)[0]).distinct().toList();
  }

  private static List<String> weights(String value) {
    List<String> parts = List.of(value.split("\\s*,\\s*", -1));
    if (parts.size() != PITCH_CLASSES.size()) {
      throw new IllegalArgumentException(
          "condition pitches must have 12 weights, from C up, but has " + parts.size());
    }
    double total = 0;
    for (String part : parts) {
      total += number(Trait.PITCHES.label(), part);
    }
    double whole = total == 0 ? 1 : total;
    return parts.stream()
        .map(part -> String.valueOf(PITCH_CLASSES.size() * Double.parseDouble(part) / whole))
        .toList();
  }

  private static double number(String name, String value) {
    try {
      double number = Double.parseDouble(value);
      if (number >= 0 && number < 1e6) {
        return number;
      }
    } catch (NumberFormatException none) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "condition %s must be a number, 0 or more, but was %s".formatted(name, value));
  }

  private static int asked(Condition condition, Trait trait, String value) {
    if (trait.isNumber()) {
      number(condition.name(), value);
      return index(condition, trait, value);
    }
    String plain = trait == Trait.KEY ? keyLabel(value) : value;
    int index = condition.labels().indexOf(plain);
    if (index < 0) {
      throw new IllegalArgumentException(
          "condition %s must be one of %s but was %s"
              .formatted(condition.name(), condition.labels(), value));
    }
    return index;
  }

  private static String keyLabel(String value) {
    return Key.parse(value).label();
  }

  /** An encoding of pieces with these values. */
  public <T> Encoding<T> encoding(Encoding<T> base, List<Integer> values) {
    return all.isEmpty() ? base : new ConditionedEncoding<>(base, all, values);
  }
}
