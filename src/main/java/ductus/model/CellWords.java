package ductus.model;

import ductus.nn.memory.MemoryShape;
import ductus.nn.reservoir.ReservoirShape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The words of a {@link CellConfig}: the kind, then options. Of a neural Turing machine {@code
 * slots} and {@code width} of its memory, and {@code heads}, as many of each kind; of an echo state
 * network its spectral {@code radius}, {@code leak}, input {@code scaling} and the {@code
 * connections} that come into a unit. What is as usual is left out.
 */
final class CellWords {
  static final String PEEPHOLE = "peephole";
  static final String LAYER_NORM = "layer-norm";
  static final String LEARNED_STATE = "learned-state";

  private static final List<String> FLAGS = List.of(PEEPHOLE, LAYER_NORM, LEARNED_STATE);
  private static final String SLOTS = "slots";
  private static final String WIDTH = "width";
  private static final String HEADS = "heads";
  private static final String RADIUS = "radius";
  private static final String LEAK = "leak";
  private static final String SCALING = "scaling";
  private static final String CONNECTIONS = "connections";

  private final String words;
  private final Map<String, String> options = new LinkedHashMap<>();

  private CellWords(String words) {
    this.words = words;
  }

  /** Reads words. */
  static CellConfig parse(String words) {
    return new CellWords(words).read();
  }

  private CellConfig read() {
    List<String> parts = List.of(words.split("\\+", -1));
    CellConfig.Kind kind =
        Arrays.stream(CellConfig.Kind.values())
            .filter(each -> each.toString().equals(parts.get(0)))
            .findFirst()
            .orElseThrow(this::unknown);
    for (String option : parts.subList(1, parts.size())) {
      int number = FLAGS.contains(option) ? -1 : option.indexOf('-');
      options.put(
          number < 0 ? option : option.substring(0, number),
          number < 0 ? "" : option.substring(number + 1));
    }
    MemoryShape memory = kind == CellConfig.Kind.NTM ? memory() : null;
    ReservoirShape reservoir = kind == CellConfig.Kind.ESN ? reservoir() : null;
    boolean peephole = options.remove(PEEPHOLE) != null;
    boolean layerNorm = options.remove(LAYER_NORM) != null;
    boolean learnedState = options.remove(LEARNED_STATE) != null;
    if (!options.isEmpty()) {
      throw unknown();
    }
    return new CellConfig(kind, peephole, layerNorm, learnedState, memory, reservoir);
  }

  private MemoryShape memory() {
    MemoryShape usual = MemoryShape.USUAL;
    int heads = number(HEADS, usual.readHeads(), Integer::valueOf);
    return new MemoryShape(
        number(SLOTS, usual.slots(), Integer::valueOf),
        number(WIDTH, usual.width(), Integer::valueOf),
        heads,
        heads);
  }

  private ReservoirShape reservoir() {
    ReservoirShape usual = ReservoirShape.USUAL;
    return new ReservoirShape(
        number(RADIUS, usual.spectralRadius(), Double::valueOf),
        number(LEAK, usual.leak(), Double::valueOf),
        number(SCALING, usual.inputScaling(), Double::valueOf),
        number(CONNECTIONS, usual.connections(), Integer::valueOf));
  }

  /** The number of an option, which is used up. */
  private <T> T number(String option, T usual, Function<String, T> reading) {
    String number = options.remove(option);
    try {
      return number == null ? usual : reading.apply(number);
    } catch (NumberFormatException wrong) {
      throw unknown();
    }
  }

  private IllegalArgumentException unknown() {
    return new IllegalArgumentException(
        "cell must be %s; but was %s".formatted(CellConfig.CHOICES, words));
  }

  /** Writes words. */
  static String of(CellConfig config) {
    StringBuilder words = new StringBuilder(config.kind().toString());
    words.append(config.peephole() ? "+" + PEEPHOLE : "");
    words.append(config.layerNorm() ? "+" + LAYER_NORM : "");
    words.append(config.learnedState() ? "+" + LEARNED_STATE : "");
    MemoryShape memory = config.memory();
    if (memory != null) {
      MemoryShape usual = MemoryShape.USUAL;
      append(words, SLOTS, memory.slots(), usual.slots());
      append(words, WIDTH, memory.width(), usual.width());
      append(words, HEADS, memory.readHeads(), usual.readHeads());
    }
    ReservoirShape reservoir = config.reservoir();
    if (reservoir != null) {
      ReservoirShape usual = ReservoirShape.USUAL;
      append(words, RADIUS, reservoir.spectralRadius(), usual.spectralRadius());
      append(words, LEAK, reservoir.leak(), usual.leak());
      append(words, SCALING, reservoir.inputScaling(), usual.inputScaling());
      append(words, CONNECTIONS, reservoir.connections(), usual.connections());
    }
    return words.toString();
  }

  private static void append(
      StringBuilder words, String option, @Nullable Object value, Object usual) {
    if (!usual.equals(value)) {
      words.append('+').append(option).append('-').append(value);
    }
  }
}
