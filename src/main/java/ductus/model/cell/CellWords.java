package ductus.model.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The words of some cells while they are read: a kind, and the options that nobody has taken yet.
 * An option is a word of its own, or a word, a hyphen and a number.
 */
final class CellWords {
  /** The kinds of cells by their words; each takes the options that it knows. */
  private static final Map<String, Function<CellWords, CellConfig>> KINDS =
      Map.ofEntries(
          Map.entry(LstmCells.WORD, LstmCells::read),
          Map.entry(GruCells.WORD, GruCells::read),
          Map.entry(ElmanCells.TANH, ElmanCells::read),
          Map.entry(ElmanCells.RELU, ElmanCells::read),
          Map.entry(ElmanCells.IDENTITY, ElmanCells::read),
          Map.entry(MinimalGruCells.WORD, MinimalGruCells::read),
          Map.entry(MinimalLstmCells.WORD, MinimalLstmCells::read),
          Map.entry(SruCells.WORD, SruCells::read),
          Map.entry(QrnnCells.WORD, QrnnCells::read),
          Map.entry(TuringCells.WORD, TuringCells::read),
          Map.entry(EchoCells.WORD, EchoCells::read),
          Map.entry(ConvolutionCells.WORD, ConvolutionCells::read),
          Map.entry(AttentionCells.WORD, AttentionCells::read));

  private static final String LEARNED_STATE = "learned-state";

  private final String text;
  private final String kind;
  private final List<String> left;

  private CellWords(String text) {
    this.text = text;
    List<String> parts = List.of(text.split("\\+", -1));
    kind = parts.get(0);
    left = new ArrayList<>(parts.subList(1, parts.size()));
  }

  /** Reads the words of cells. */
  static CellConfig parse(String text) {
    CellWords words = new CellWords(text);
    Function<CellWords, CellConfig> reading = KINDS.get(words.kind);
    if (reading == null) {
      throw words.unknown();
    }
    CellConfig cells = reading.apply(words);
    if (!words.left.isEmpty()) {
      throw words.unknown();
    }
    return cells;
  }

  private IllegalArgumentException unknown() {
    return new IllegalArgumentException(
        "cell must be %s; but was %s".formatted(CellConfig.CHOICES, text));
  }

  /** The first word. */
  String kind() {
    return kind;
  }

  /** Takes an option without a number; whether it was there. */
  boolean flag(String option) {
    return left.removeIf(option::equals);
  }

  /** Takes the option of a state before the first time step that is learned. */
  boolean learnedState() {
    return flag(LEARNED_STATE);
  }

  /** Takes the number of an option, the last one; the usual number where there is none. */
  <T> T number(String option, T usual, Function<String, T> reading) {
    String start = option + "-";
    T number = usual;
    for (String each : left) {
      if (each.startsWith(start)) {
        try {
          number = reading.apply(each.substring(start.length()));
        } catch (NumberFormatException wrong) {
          throw unknown();
        }
      }
    }
    left.removeIf(each -> each.startsWith(start));
    return number;
  }

  /** An option without a number as it is written, behind a plus; nothing where it is not set. */
  static String written(String option, boolean set) {
    return set ? "+" + option : "";
  }

  /** The option of a learned state as it is written. */
  static String writtenState(boolean learned) {
    return written(LEARNED_STATE, learned);
  }

  /** A number as it is written, behind a plus and its option; nothing where it is the usual one. */
  static <T> String written(String option, T value, T usual) {
    return value.equals(usual) ? "" : "+" + option + "-" + value;
  }
}
