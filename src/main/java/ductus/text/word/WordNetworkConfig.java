package ductus.text.word;

import ductus.file.BadFileException;
import ductus.model.CoreConfig;
import ductus.model.ModelFile;
import ductus.model.ModelKind;
import ductus.model.place.FoundModel;
import ductus.model.tagging.TaggingConfig;
import ductus.model.tagging.TaggingNetwork;
import java.util.HashSet;
import java.util.List;

/**
 * The shape of a network that reads words, and what its numbers mean.
 *
 * @param vocabulary words that it knows, in small letters
 * @param labels of texts or of words, each once
 * @param network that reads the rows of {@link WordRows}
 */
public record WordNetworkConfig(
    List<String> vocabulary, List<String> labels, TaggingConfig network) {
  /**
   * Times that a word must occur to be known: one that training has only once stays unknown, so
   * that it is learned what that is like.
   */
  private static final int LEAST_COUNT = 2;

  public WordNetworkConfig {
    if (vocabulary == null || labels == null || network == null) {
      throw new IllegalArgumentException(
          "a network of words must have vocabulary, labels and network");
    }
    vocabulary = List.copyOf(vocabulary);
    labels = List.copyOf(labels);
    if (new HashSet<>(labels).size() != labels.size() || labels.size() != network.labels()) {
      throw new IllegalArgumentException(
          "labels must be %d different ones but were %s".formatted(network.labels(), labels));
    }
    int rows = new WordRows(vocabulary).tableRows();
    if (rows != network.tableRows() || network.perStep() != WordRows.PER_WORD) {
      throw new IllegalArgumentException(
          "rows must be %d, and %d a word, but were %d and %d"
              .formatted(rows, WordRows.PER_WORD, network.tableRows(), network.perStep()));
    }
  }

  private static ModelKind<WordNetworkConfig, TaggingNetwork> kind(String encoding) {
    return new ModelKind<>(
        List.of(encoding),
        WordNetworkConfig.class,
        config -> config.network().weights(),
        config -> new TaggingNetwork(config.network()));
  }

  /**
   * Opens a model that was found.
   *
   * @param encoding that it must have
   */
  public static ModelFile<WordNetworkConfig, TaggingNetwork> open(FoundModel found, String encoding)
      throws BadFileException {
    return found.open(kind(encoding)).requireFitting(found.path(), WordRows.VERSION, true);
  }

  /**
   * The configuration of a network that is to learn some texts, and knows their words.
   *
   * @param embeddingSize size of a word's vector
   */
  public static WordNetworkConfig of(
      List<String> labels, List<List<String>> texts, int embeddingSize, CoreConfig core) {
    WordRows rows = WordRows.learn(texts, LEAST_COUNT);
    return new WordNetworkConfig(
        rows.vocabulary(),
        labels,
        new TaggingConfig(
            rows.tableRows(),
            WordRows.PER_WORD,
            labels.size(),
            embeddingSize,
            core.layers(),
            core.hiddenSize(),
            core.dropout(),
            core.cell()));
  }
}
