package ductus.task.translation;

import ductus.file.BadFileException;
import ductus.generate.translation.TranslationCandidate;
import ductus.generate.translation.TranslationSearch;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.translation.SourceVocabulary;
import ductus.model.translation.TextBatch;
import ductus.model.translation.TranslationConfig;
import ductus.model.translation.TranslationNetwork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A translator: turns texts into others by a network. */
public final class Translator {
  /** Name of the network that ships and is taken where none is asked for: dates and numbers. */
  public static final String SHIPPED = "translator";

  /** Name of the network that ships for everyday sentences in English, into German. */
  public static final String GERMAN = "german";

  /** Names of all networks that ship. */
  public static final List<String> ALL_SHIPPED = List.of(SHIPPED, GERMAN);

  /** Width of the search where none is asked for. */
  public static final int USUAL_BEAM = 4;

  /** The most that a text may be longer than the longest that the model learned, as a factor. */
  private static final int TIMES_AS_LONG = 2;

  /** Sources that are read side by side. */
  private static final int TOGETHER = 32;

  /** Words that are named where one is refused. */
  private static final int NAMED = 3;

  private final TranslationConfig config;
  private final @Nullable Set<String> words;
  private final TranslationSearch<TextBatch> search;

  /** A translator, with a search of a width; see {@link TranslationSearch}. */
  public Translator(TranslationNetwork network, int beam, Kernels kernels, Workers workers) {
    config = network.config();
    words = config.words() == null ? null : Set.copyOf(config.words().words());
    search = new TranslationSearch<>(network, beam, kernels, workers);
  }

  /**
   * Finds a model.
   *
   * @param nameOrPath a shipped name, a model file, or a run's folder
   */
  public static FoundModel find(String nameOrPath) throws BadFileException, IOException {
    return FoundModel.find(nameOrPath, ALL_SHIPPED);
  }

  /** Opens a model that was found. */
  public static ModelFile<TranslationConfig, TranslationNetwork> open(FoundModel found)
      throws BadFileException {
    return found
        .open(TranslationNetwork.KIND)
        .requireFitting(found.path(), TranslationNetwork.VERSION, true);
  }

  /**
   * Checks that a text can be read.
   *
   * @throws IllegalArgumentException saying why not
   */
  public void require(String text) {
    String tidy = TextPair.tidy(text);
    if (tidy.isEmpty()) {
      throw new IllegalArgumentException("a text to translate must have characters but is empty");
    }
    int[] characters = tidy.codePoints().toArray();
    int most = TIMES_AS_LONG * config.longestSource();
    if (characters.length > most) {
      throw new IllegalArgumentException(
          "a text must be at most %d characters long, %d times the longest that the model learned,"
                  .formatted(most, TIMES_AS_LONG)
              + " but has %,d".formatted(characters.length));
    }
    for (int i = 0; i < characters.length; i++) {
      if (!config.source().has(characters[i])) {
        throw new IllegalArgumentException(
            "character %d, %s (U+%04X), is none that the model learned: it knows %s"
                .formatted(
                    i + 1,
                    Character.toString(characters[i]),
                    characters[i],
                    config.source().characters().strip()));
      }
    }
    if (words != null) {
      requireLearned(tidy, words);
    }
  }

  /** Whether a text can be read. */
  boolean reads(String text) {
    try {
      require(text);
      return true;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  /**
   * What stands side by side in a text and nowhere in what was learned, in words; none where nobody
   * knows, since nearly anything may.
   *
   * @param text that can be read
   */
  public List<String> strangeNeighbors(String text) {
    SourceVocabulary known = config.words();
    if (known == null) {
      return List.of();
    }
    return SourceWords.neighbors(TextPair.tidy(text)).stream()
        .filter(pair -> !known.mayFollow(pair.before(), pair.after()))
        .distinct()
        .map(WordPair::text)
        .toList();
  }

  /** Checks that a source is of the kind that was learned, by its words. */
  private static void requireLearned(String source, Set<String> learned) {
    for (String word : SourceWords.of(source)) {
      if (!learned.contains(word)) {
        throw new IllegalArgumentException(
            "\"%s\" is none of the %,d words that the model learned, such as %s"
                .formatted(
                    word,
                    learned.size(),
                    learned.stream().sorted().limit(NAMED).collect(Collectors.joining(", "))));
      }
    }
  }

  /**
   * Translates texts; each as if it were alone.
   *
   * @return of each the targets that were found, the likeliest first; at least one
   * @throws IllegalArgumentException if one cannot be read
   */
  public List<List<TranslationCandidate>> translate(List<String> texts) {
    texts.forEach(this::require);
    List<List<TranslationCandidate>> all = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += TOGETHER) {
      all.addAll(
          search.translate(
              new TextBatch(
                  texts.subList(from, Math.min(from + TOGETHER, texts.size())).stream()
                      .map(this::numbers)
                      .toList())));
    }
    return all;
  }

  private int[] numbers(String text) {
    return config.source().numbers(TextPair.tidy(text).codePoints().toArray());
  }
}
