package ductus.task.translation;

import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.pen.Alphabet;
import ductus.model.place.FoundModel;
import ductus.model.translation.SourceVocabulary;
import ductus.model.translation.TranslationConfig;
import ductus.model.translation.TranslationNetwork;
import ductus.task.ModelSheet;
import ductus.task.ModelSheet.TensorSize;
import ductus.task.Report;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A description of a model that translates.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param network its shape; the characters are in it
 * @param parameters how many numbers were learned
 * @param training how it was trained
 * @param tensors the weights, in the order of the file
 */
record TranslationModelReport(
    String name,
    String sha256,
    TranslationConfig network,
    long parameters,
    ModelHeader.TrainingSummary training,
    List<TensorSize> tensors) {
  TranslationModelReport {
    tensors = List.copyOf(tensors);
  }

  /** Describes a model that was found. */
  static Report of(FoundModel found) throws BadFileException {
    ModelFile<TranslationConfig, TranslationNetwork> file = Translator.open(found);
    TranslationModelReport report =
        new TranslationModelReport(
            found.place().name(),
            found.sha256(),
            file.header().network(),
            file.network().size(),
            file.header().training(),
            TensorSize.of(file.network()));
    return new Report(report, report.text());
  }

  private String text() {
    SourceVocabulary words = network.words();
    return new ModelSheet(name, sha256, tensors)
        .line("reads", "%s", characters(network.source(), network.longestSource()))
        .line("of words", "%s", words(words))
        .line("writes", "%s", characters(network.target(), network.longestTarget()))
        .line(
            "network",
            "embedding %d, %s of %d units (%s), attention %s, dropout %s",
            network.embeddingSize(),
            NumberText.count(network.encoder().layers(), "layer"),
            network.encoder().hiddenSize(),
            network.encoder().cell(),
            network.attention(),
            network.encoder().dropout())
        .parameters(parameters)
        .trained(training.corpus(), training, "character")
        .text();
  }

  private static String words(@Nullable SourceVocabulary words) {
    if (words == null) {
      return "any";
    }
    return words.words().size()
        + ", no others"
        + (words.followers() == null ? "" : "; it knows which stand side by side");
  }

  private static String characters(Alphabet alphabet, int longest) {
    return String.format(
        Locale.ROOT,
        "%s, texts of %d at most: %s",
        NumberText.count(alphabet.size() - 1L, "character"),
        longest,
        alphabet.characters().strip());
  }
}
