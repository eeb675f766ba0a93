package ductus.task.handwriting.synthesis;

import ductus.generate.HandPrimer;
import ductus.ink.mark.Symbols;
import ductus.model.pen.PenStyle;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ejml.data.FMatrixRMaj;

/**
 * The style to write in: a hand, or some of each of several.
 *
 * @param weights of the hands' style vectors, above 0; they count by their shares
 */
public record StyleChoice(SortedMap<String, Double> weights) {
  private static final String USUAL = "print";

  public StyleChoice {
    weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    if (weights.isEmpty()) {
      throw new IllegalArgumentException("a style must be of one hand or more but was of none");
    }
    weights.forEach(
        (hand, weight) -> {
          if (!(weight > 0 && weight <= 1e6)) {
            throw new IllegalArgumentException(
                "the weight of %s in a mix must be above 0 but was %s".formatted(hand, weight));
          }
        });
  }

  /** The style of one hand. */
  public static StyleChoice of(String hand) {
    return new StyleChoice(new TreeMap<>(Map.of(hand, 1.0)));
  }

  /** The style of a model where none is asked for: the hand {@code print}, or else its first. */
  public static StyleChoice usual(HandModel model) {
    List<String> known = model.network().config().styleNames();
    return of(known.contains(USUAL) ? USUAL : known.get(0));
  }

  /**
   * A mix such as {@code chancery:0.7,round:0.3}.
   *
   * @throws IllegalArgumentException if it is not of this form
   */
  public static StyleChoice mix(String text) {
    SortedMap<String, Double> weights = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      int colon = part.lastIndexOf(':');
      String hand = colon < 0 ? "" : part.substring(0, colon).strip();
      if (hand.isEmpty() || weights.put(hand, weight(part.substring(colon + 1), text)) != null) {
        throw wrong(text);
      }
    }
    return new StyleChoice(weights);
  }

  private static double weight(String number, String text) {
    try {
      return Double.parseDouble(number.strip());
    } catch (NumberFormatException e) {
      throw wrong(text);
    }
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "mix must be hands with their weights, each once, such as chancery:0.7,round:0.3, but was "
            + text);
  }

  /** The name of the style in titles and file names. */
  public String label() {
    return String.join("-", weights.keySet());
  }

  /** The characters that all hands of the style have learned. */
  public Set<Integer> characters(HandModel model) {
    Set<Integer> common = new HashSet<>();
    boolean first = true;
    for (String hand : weights.keySet()) {
      PenStyle style = model.styles().get(model.row(hand));
      if (first) {
        common.addAll(style.codePoints());
      } else {
        common.retainAll(style.codePoints());
      }
      first = false;
    }
    return common;
  }

  /**
   * The hands of the style that join their letters, if it mixes them with hands that do not: the
   * network learned either, but nothing between them.
   *
   * @return their names; empty where all hands are of one kind
   */
  public List<String> joinedAmongOthers(HandModel model) {
    List<String> joined =
        weights.keySet().stream()
            .filter(hand -> model.styles().get(model.row(hand)).joined())
            .toList();
    return joined.size() == weights.size() ? List.of() : joined;
  }

  /** The characters that can be written in the style: those learned, and those put together. */
  public Set<Integer> writable(HandModel model) {
    return Symbols.shipped().writable(characters(model));
  }

  /** Whether a hand of the style joins its letters. */
  public boolean isJoined(HandModel model) {
    return weights.keySet().stream().anyMatch(hand -> model.styles().get(model.row(hand)).joined());
  }

  /** The primer that lines go on from: that of the only hand, if it has one. */
  public HandPrimer primer(HandModel model) {
    return weights.size() == 1
        ? model.primers().getOrDefault(weights.firstKey(), HandPrimer.NONE)
        : HandPrimer.NONE;
  }

  /** The hands and their shares, for people. */
  @Override
  public String toString() {
    return weights.size() == 1
        ? weights.firstKey()
        : weights.entrySet().stream()
            .map(each -> each.getKey() + ":" + each.getValue())
            .collect(Collectors.joining(","));
  }

  /** Share of each of the model's hands in some lines [B×hands]. */
  public FMatrixRMaj shares(HandModel model, int lines) {
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    FMatrixRMaj shares = new FMatrixRMaj(lines, model.styles().size());
    weights.forEach(
        (hand, weight) -> {
          int column = model.row(hand);
          for (int line = 0; line < lines; line++) {
            shares.set(line, column, (float) (weight / sum));
          }
        });
    return shares;
  }
}
