package ductus.task.language;

import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.nn.Indices;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.text.TextEncoding;
import ductus.text.WordCharacters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ejml.data.FMatrixRMaj;

/**
 * The likeliest next words behind a text, with the probability of each as a whole, whatever tokens
 * it takes: a search over the likeliest beginnings of words, {@value #LEAST_WIDTH} of them or four
 * for each word that is wanted, token by token, until something follows that is not of a word.
 */
public final class NextWords {
  private static final int LEAST_WIDTH = 64;
  private static final int WIDTH_PER_WORD = 4;
  private static final int MOST_TOKENS = 32;
  private static final String SPACE = " ";

  private final Network network;
  private final TextEncoding encoding;
  private final Tape tape;

  /** The text that each token writes within a line. */
  private final List<String> pieces = new ArrayList<>();

  /** Next words by a network, whose weights it packs. */
  NextWords(Network network, TextEncoding encoding, Kernels kernels, Workers workers) {
    this.network = network;
    this.encoding = encoding;
    tape = new Tape(kernels, workers);
    network.repack(tape);
    for (int token = 0; token < encoding.vocabularySize(); token++) {
      StringBuilder text = new StringBuilder("x");
      encoding.append(text, token);
      pieces.add(text.substring(1));
    }
  }

  /**
   * A word and its probability.
   *
   * @param probability given that a word follows that stands behind a space, or at the beginning of
   *     a line
   */
  public record Word(String word, double probability) {}

  /**
   * A beginning of a word.
   *
   * @param text what was written behind the given text, a space in front included
   * @param token the last one
   * @param probability of these tokens
   * @param state of the network before that token, a batch of one
   */
  private record Beginning(String text, int token, double probability, State state) {}

  /**
   * The words that may follow a text, the likeliest first.
   *
   * @param text what they follow; spaces at its end do not count
   * @param most how many
   */
  List<Word> after(String text, int most) {
    String given = text.replaceAll(" +$", "");
    String lead = given.isEmpty() || given.endsWith("\n") ? "" : SPACE;
    Map<String, Double> words = new TreeMap<>();
    Sequence sequence = encoding.encode(given);
    State state = network.initialState(1);
    for (int t = 0; t < sequence.length() - 1; t++) {
      step(List.of(sequence.token(t)), state);
    }
    int width = Math.max(LEAST_WIDTH, WIDTH_PER_WORD * most);
    List<Beginning> open =
        List.of(new Beginning("", sequence.token(sequence.length() - 1), 1, state));
    double possible = 0;
    for (int round = 0; round < MOST_TOKENS && !open.isEmpty(); round++) {
      List<Beginning> next = new ArrayList<>();
      possible += advance(open, lead, next, words);
      next.sort(Comparator.comparingDouble(Beginning::probability).reversed());
      double bar = bar(words, most);
      List<Beginning> kept = next.subList(0, Math.min(width, next.size()));
      open = kept.stream().filter(one -> one.probability() > bar).toList();
    }
    double all = possible;
    return words.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(entry -> new Word(entry.getKey(), entry.getValue() / all))
        .toList();
  }

  /**
   * Goes on by a token with all open beginnings.
   *
   * @param next gets the beginnings that may go on
   * @param words gets the probabilities of those that are whole
   * @return probability that a word begins at all, of what begins in this round
   */
  private double advance(
      List<Beginning> open, String lead, List<Beginning> next, Map<String, Double> words) {
    State state = network.initialState(open.size());
    List<Integer> tokens = new ArrayList<>();
    for (Beginning one : open) {
      state.copyRow(one.state(), 0, tokens.size());
      tokens.add(one.token());
    }
    FMatrixRMaj logits = step(tokens, state);
    double begun = 0;
    for (int row = 0; row < open.size(); row++) {
      Beginning one = open.get(row);
      State own = network.initialState(1);
      own.copyRow(state, row, 0);
      double[] probabilities = probabilities(logits, row);
      for (int token = TextEncoding.UNKNOWN + 1; token < probabilities.length; token++) {
        String text = one.text() + written(token, one.text().isEmpty() && lead.isEmpty());
        double probability = one.probability() * probabilities[token];
        int end = endOfWord(text, lead);
        if (end == text.length()) {
          next.add(new Beginning(text, token, probability, own));
        } else if (end > lead.length()) {
          words.merge(text.substring(lead.length(), end), probability, Double::sum);
        }
        boolean begins = end > lead.length();
        boolean begunBefore = one.text().length() > lead.length();
        begun += begins && !begunBefore ? probability : 0;
      }
    }
    return begun;
  }

  private String written(int token, boolean lineBegins) {
    String piece = pieces.get(token);
    return lineBegins && piece.length() > 1 && piece.startsWith(SPACE) ? piece.substring(1) : piece;
  }

  /**
   * Finds where the word ends: the text's length where it may go on, 0 where there is none.
   *
   * @param text what may be a space and a word
   */
  private static int endOfWord(String text, String lead) {
    if (!text.startsWith(lead)) {
      return 0;
    }
    int at = lead.length();
    while (at < text.length()) {
      int point = text.codePointAt(at);
      boolean inner = (point == '\'' || point == '\u2019') && at > lead.length();
      boolean last = at + 1 == text.length();
      boolean goesOn = last || WordCharacters.contains(text.codePointAt(at + 1));
      if (!WordCharacters.contains(point) && !(inner && goesOn)) {
        return at == lead.length() ? 0 : at;
      }
      at += Character.charCount(point);
    }
    return at;
  }

  /**
   * The probability that a beginning must exceed to matter: it could become a word among the
   * likeliest, or be another way to write one of them that adds a thousandth or more.
   */
  private static double bar(Map<String, Double> words, int most) {
    return words.size() < most
        ? 0
        : words.values().stream().sorted(Comparator.reverseOrder()).toList().get(most - 1) / 1000;
  }

  private FMatrixRMaj step(List<Integer> tokens, State state) {
    tape.begin(1, tokens.size(), state);
    return network.step(
        new Indices(tokens.stream().mapToInt(Integer::intValue).toArray(), 1), tape);
  }

  /** Softmax over the tokens that may follow: all but the start. */
  private double[] probabilities(FMatrixRMaj logits, int row) {
    int size = encoding.vocabularySize();
    int offset = row * logits.numCols;
    double largest = Double.NEGATIVE_INFINITY;
    for (int token = 1; token < size; token++) {
      largest = Math.max(largest, logits.data[offset + token]);
    }
    double[] probabilities = new double[size];
    double sum = 0;
    for (int token = 1; token < size; token++) {
      probabilities[token] = StrictMath.exp(logits.data[offset + token] - largest);
      sum += probabilities[token];
    }
    for (int token = 1; token < size; token++) {
      probabilities[token] /= sum;
    }
    return probabilities;
  }
}
