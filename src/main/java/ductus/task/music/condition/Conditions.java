package ductus.task.music.condition;

import ductus.math.PlaceRandom;
import ductus.model.ConditionedEncoding;
import ductus.model.ConditionedEncoding.Condition;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.music.Key;
import ductus.music.Score;
import ductus.music.finding.Dance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a model can be asked for: the conditions that its pieces were learned with, each known by
 * the side features.
 *
 * @param all in the order of the features
 */
public record Conditions(List<Condition> all) {
  /** None. */
  public static final Conditions NONE = new Conditions(List.of());

  /**
   * Share of the training pieces that a condition is left open for, and all are, so that they can
   * be.
   */
  private static final float LEFT_OPEN = 0.2f;

  private static final List<Integer> OPEN = List.of(Sequence.NONE);

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
   * @param dance its dance; empty where it names none
   */
  public record Example(Score score, String style, String dance) {}

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
      List<List<List<String>>> values =
          StreamSupport.stream(pieces.spliterator(), false).map(piece -> trait.of(piece)).toList();
      List<String> made = trait.conditions();
      for (int i = 0; i < made.size(); i++) {
        int at = i;
        List<String> labels =
            trait.labels(values.stream().flatMap(value -> value.get(at).stream()).toList());
        if (labels.isEmpty()) {
          throw new IllegalArgumentException(
              "conditions: no piece has a value of " + name + trait.source());
        }
        all.add(new Condition(made.get(i), labels));
      }
    }
    return new Conditions(all);
  }

  private static Trait trait(String name) {
    Trait trait = Trait.of(name);
    if (trait == null) {
      throw new IllegalArgumentException(
          "conditions must be of %s but one was %s".formatted(names(), name));
    }
    return trait;
  }

  /** Whether pieces can be asked for by a name. */
  public boolean know(String name) {
    return all.stream().anyMatch(condition -> condition.name().equals(name));
  }

  /** Those whose values are names that nothing else of a request says: styles and dances. */
  public List<Condition> named() {
    List<String> named = Stream.of(Trait.STYLE, Trait.DANCE).map(Trait::label).toList();
    return all.stream().filter(condition -> named.contains(condition.name())).toList();
  }

  /** The values that leave all conditions open. */
  public List<List<Integer>> open() {
    return Collections.nCopies(all.size(), OPEN);
  }

  /** The values of a piece, for each condition one, or one for each beat. */
  public List<List<Integer>> of(Example piece) {
    List<List<Integer>> values = new ArrayList<>();
    while (values.size() < all.size()) {
      Trait trait = traitAt(values.size());
      for (List<String> each : trait.of(piece)) {
        Condition condition = all.get(values.size());
        values.add(each.stream().map(value -> index(condition, trait, value)).toList());
      }
    }
    return values;
  }

  private Trait traitAt(int condition) {
    return trait(all.get(condition).name().split(" ", -1)[0]);
  }

  /**
   * The values with some left open by chance, or all of them.
   *
   * @param key of the random numbers
   */
  public List<List<Integer>> someOpen(List<List<Integer>> values, long key) {
    List<List<Integer>> left = new ArrayList<>();
    boolean none = PlaceRandom.uniform(key, all.size()) < LEFT_OPEN;
    while (left.size() < values.size()) {
      int first = left.size();
      boolean open = none || PlaceRandom.uniform(key, first) < LEFT_OPEN;
      for (int i = first; i < first + traitAt(first).conditions().size(); i++) {
        left.add(open ? OPEN : values.get(i));
      }
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
   * The values that are asked for, as in {@code style=jazz}, {@code tempo=120}, {@code
   * pitches=2,0,1,0,1,1,0,2,0,1,0,1}: a weight for each pitch class from C up, or {@code
   * activity=usual,busy,usual,rest}: a level for each beat, again and again.
   *
   * @throws IllegalArgumentException if the model does not know such a condition, or such a label
   */
  public List<List<Integer>> parse(List<String> asked) {
    List<List<Integer>> values = new ArrayList<>(open());
    Set<Trait> named = EnumSet.noneOf(Trait.class);
    for (String one : asked) {
      int equals = one.indexOf('=');
      String name = (equals < 0 ? one : one.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
      String value = equals < 0 ? "" : one.substring(equals + 1).strip();
      Trait trait = Trait.of(name);
      int first = trait == null ? -1 : first(trait);
      if (trait == null || first < 0) {
        throw new IllegalArgumentException(
            all.isEmpty()
                ? "condition "
                    + name
                    + ": the model was trained without conditions; train it with --conditions"
                : "condition must be one of %s but was %s".formatted(known(), name));
      }
      if (!named.add(trait)) {
        throw new IllegalArgumentException(
            "condition %s must be given once but is there twice".formatted(name));
      }
      int place = first;
      for (List<String> each : values(trait, value)) {
        Condition condition = all.get(place);
        values.set(place++, each.stream().map(part -> asked(condition, trait, part)).toList());
      }
    }
    return values;
  }

  private int first(Trait trait) {
    List<String> names = all.stream().map(Condition::name).toList();
    return names.indexOf(trait.conditions().get(0));
  }

  /** Names of what pieces can be asked for by. */
  public List<String> known() {
    return all.stream().map(condition -> condition.name().split(" ", -1)[0]).distinct().toList();
  }

  /**
   * The values that are asked for of each condition of a trait, one for the piece or one a beat.
   */
  private static List<List<String>> values(Trait trait, String value) {
    List<String> parts = List.of(value.split("\\s*,\\s*", -1));
    return switch (trait) {
      case PITCHES -> weights(parts).stream().map(List::of).toList();
      case ACTIVITY -> Trait.activity(parts);
      case STYLE, DANCE, KEY, METRE, TEMPO, DENSITY -> List.of(List.of(value));
    };
  }

  private static List<String> weights(List<String> parts) {
    int pitchClasses = Trait.PITCHES.conditions().size();
    if (parts.size() != pitchClasses) {
      throw new IllegalArgumentException(
          "condition pitches must have 12 weights, from C up, but has " + parts.size());
    }
    double[] weights =
        parts.stream().mapToDouble(part -> number(Trait.PITCHES.label(), part)).toArray();
    if (Arrays.stream(weights).sum() == 0) {
      throw new IllegalArgumentException("condition pitches must have a weight above 0");
    }
    return Trait.weights(weights);
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
    String plain =
        switch (trait) {
          case KEY -> Key.parse(value).label();
          case DANCE -> Dance.named(value).map(Dance::label).orElse(value);
          default -> value;
        };
    int index = condition.labels().indexOf(plain);
    if (index < 0) {
      throw new IllegalArgumentException(
          "condition %s must be one of %s but was %s"
              .formatted(condition.name(), condition.labels(), value));
    }
    return index;
  }

  /** An encoding of pieces with these values. */
  public <T> Encoding<T> encoding(Encoding<T> base, List<List<Integer>> values) {
    return all.isEmpty() ? base : new ConditionedEncoding<>(base, all, values);
  }
}
