package ductus.task.language;

import ductus.corpus.Piece;
import ductus.file.BadFileException;
import ductus.math.Workers;
import ductus.metric.GroupComputation;
import ductus.metric.baseline.KneserNey;
import ductus.metric.baseline.TokenBaseline;
import ductus.metric.baseline.UnigramModel;
import ductus.model.Sequence;
import ductus.text.TextEncoding;
import ductus.text.WordCharacters;
import ductus.text.WordEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How well a language model predicts passages that it was not trained on, beside models that count.
 *
 * @param passages held out, on which all is measured
 * @param trainedOn passages in the folder that the model was trained on
 * @param characters of the held-out passages
 * @param words of them
 * @param unknown characters of them that the model does not know; what was unknown counts as one
 *     token, whichever it is
 * @param tokens of them
 * @param network the model
 * @param unigram each token by its own frequency; null where no training passage was found
 * @param counts n-grams with Kneser–Ney smoothing; likewise
 */
public record TextEvaluation(
    int passages,
    int trainedOn,
    long characters,
    long words,
    long unknown,
    long tokens,
    Figures network,
    @Nullable Figures unigram,
    @Nullable Counts counts) {
  /** n of the longest n-grams of characters; {@link KneserNey#of} may choose shorter ones. */
  public static final int MOST_CHARACTERS = 8;

  /** n of the longest n-grams of words; likewise. */
  public static final int MOST_WORDS = 5;

  private static final int TOGETHER = 16;

  /**
   * The figures of a model on the held-out passages.
   *
   * @param perplexity of a token
   */
  public record Figures(double bitsPerCharacter, double bitsPerWord, double perplexity) {}

  /**
   * The figures of a counting model.
   *
   * @param order n of its n-grams
   */
  public record Counts(int order, Figures figures) {}

  /**
   * Measures a model.
   *
   * @param folder named in complaints
   * @param corpus of the folder
   * @param threads of the engine
   */
  public static TextEvaluation of(TextModel model, Path folder, TextCorpus corpus, int threads)
      throws BadFileException, IOException {
    try (Workers workers = new Workers(threads)) {
      return of(
          model, folder, corpus, GroupComputation.here(new TextScoring(model, workers)::nats));
    }
  }

  /**
   * Measures a model with passages that are scored elsewhere.
   *
   * @param scoring of groups of passages, as {@link TextScoring#nats} does it
   */
  public static TextEvaluation of(
      TextModel model,
      Path folder,
      TextCorpus corpus,
      GroupComputation<List<Sequence>, double[]> scoring)
      throws BadFileException, IOException {
    Set<String> known = new HashSet<>(model.file().header().pieces());
    List<String> heldOut = passages(corpus, known, false);
    List<String> learned = passages(corpus, known, true);
    if (heldOut.isEmpty()) {
      throw new BadFileException(
          folder,
          "must have text that the model was not trained on but it knows all %d passages"
              .formatted(learned.size()));
    }
    TextEncoding encoding = model.encoding();
    List<Sequence> sequences = heldOut.stream().map(encoding::encode).toList();
    Size size =
        new Size(
            TextCorpus.characters(heldOut.stream()),
            heldOut.stream().mapToLong(WordCharacters::count).sum(),
            sequences.stream().mapToLong(sequence -> sequence.length() - 1).sum());
    boolean counts = !learned.isEmpty();
    int most = encoding instanceof WordEncoding ? MOST_WORDS : MOST_CHARACTERS;
    int vocabulary = encoding.vocabularySize();
    List<Sequence> training = learned.stream().map(encoding::encode).toList();
    return new TextEvaluation(
        heldOut.size(),
        learned.size(),
        size.characters(),
        size.words(),
        sequences.stream().mapToLong(TextEvaluation::unknown).sum(),
        size.tokens(),
        size.figures(sum(scoring.of(groups(sequences)))),
        counts ? size.figures(frequencies(vocabulary, training), sequences) : null,
        counts ? counted(KneserNey.of(vocabulary, most, training), sequences, size) : null);
  }

  private record Size(long characters, long words, long tokens) {
    Figures figures(TokenBaseline model, List<Sequence> heldOut) {
      return figures(sum(heldOut.stream().map(model::nats).toList()));
    }

    Figures figures(double nats) {
      double bits = nats / StrictMath.log(2);
      return new Figures(
          bits / characters, bits / Math.max(1, words), StrictMath.exp(nats / tokens));
    }
  }

  private static List<String> passages(TextCorpus corpus, Set<String> known, boolean learned) {
    return corpus.passages().stream()
        .filter(passage -> known.contains(passage.hash()) == learned)
        .map(Piece::value)
        .toList();
  }

  private static long unknown(Sequence sequence) {
    return Arrays.stream(sequence.tokens()).filter(token -> token == TextEncoding.UNKNOWN).count();
  }

  private static List<List<Sequence>> groups(List<Sequence> sequences) {
    List<List<Sequence>> groups = new ArrayList<>();
    for (int from = 0; from < sequences.size(); from += TOGETHER) {
      int to = Math.min(from + TOGETHER, sequences.size());
      groups.add(List.copyOf(sequences.subList(from, to)));
    }
    return groups;
  }

  private static TokenBaseline frequencies(int vocabulary, List<Sequence> training) {
    UnigramModel model = new UnigramModel(vocabulary);
    training.forEach(model::add);
    return model;
  }

  private static Counts counted(KneserNey model, List<Sequence> heldOut, Size size) {
    return new Counts(model.order(), size.figures(model, heldOut));
  }

  private static double sum(List<double[]> nats) {
    return nats.stream().flatMapToDouble(Arrays::stream).sum();
  }
}
