package ductus.workbench.classification;

import ductus.model.tagging.TaggingConfig;
import ductus.text.word.WordRows;
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
}
