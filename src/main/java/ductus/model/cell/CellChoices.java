package ductus.model.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Names the cells that there are, and those of them that a network takes. */
public final class CellChoices {
  /** Words of the kinds of cells, with what they are called. */
  private static final Map<String, String> KINDS = kinds();

  /** Options of kinds that have some of their own. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          LstmCells.WORD, LstmCells.OPTIONS,
          TuringCells.WORD, TuringCells.OPTIONS,
          EchoCells.WORD, EchoCells.OPTIONS,
          ConvolutionCells.WORD, ConvolutionCells.OPTIONS,
          AttentionCells.WORD, AttentionCells.OPTIONS);

  private CellChoices() {}

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put(LstmCells.WORD, LstmCells.WORD);
    kinds.put(GruCells.WORD, GruCells.WORD);
    kinds.put(ElmanCells.TANH, ElmanCells.TANH + " (tanh)");
    for (String kind :
        List.of(
            ElmanCells.RELU,
            ElmanCells.IDENTITY,
            SruCells.WORD,
            QrnnCells.WORD,
            MinimalGruCells.WORD,
            MinimalLstmCells.WORD,
            TuringCells.WORD,
            EchoCells.WORD,
            ConvolutionCells.WORD,
            AttentionCells.WORD)) {
      kinds.put(kind, kind);
    }
    return kinds;
  }

  /** The first words of all cells. */
  public static List<String> all() {
    return List.copyOf(KINDS.keySet());
  }

  /**
   * The words of those cells that a network takes, with their options, for people.
   *
   * @param taken whether it takes cells of some words
   */
  public static String among(Predicate<String> taken) {
    List<String> kinds = KINDS.keySet().stream().filter(taken).toList();
    List<String> fixed =
        kinds.stream().filter(kind -> !taken.test(kind + CellWords.writtenState(true))).toList();
    List<String> options = new ArrayList<>();
    if (fixed.size() < kinds.size()) {
      options.add(
          (fixed.isEmpty() ? "all" : "all but " + listed(fixed, "and"))
              + " can end in "
              + CellWords.writtenState(true));
    }
    for (String kind : kinds) {
      String own = OPTIONS.get(kind);
      if (own != null) {
        options.add(kind + (fixed.contains(kind) ? " in " : " also in ") + own);
      }
    }
    String names =
        listed(kinds.stream().map(kind -> KINDS.getOrDefault(kind, kind)).toList(), "or");
    return options.isEmpty() ? names : names + "; " + String.join(", ", options);
  }

  private static String listed(List<String> words, String last) {
    int before = words.size() - 1;
    return before < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, before)) + " " + last + " " + words.get(before);
  }
}
