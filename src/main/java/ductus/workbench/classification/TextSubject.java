package ductus.workbench.classification;

import ductus.file.BadFileException;
import ductus.model.CoreConfig;
import ductus.model.ModelFile;
import ductus.model.tagging.TaggingNetwork;
import ductus.text.word.WordRows;
import ductus.text.word.WordSplitting;
import ductus.workbench.FoundModel;
import ductus.workbench.corpus.ReadingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Texts, each as the words that it has. */
public final class TextSubject implements Subject<List<String>> {
  private static final String ENCODING = "text-classes";
  private static final int LONGEST = 5000;

  @Override
  public String encoding() {
    return ENCODING;
  }

  @Override
  public String plural() {
    return "texts";
  }

  /**
   * The words of a text.
   *
   * @throws IllegalArgumentException if it has none, or too many
   */
  public static List<String> words(String text) {
    List<String> words = WordSplitting.of(text);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a text must have words but is empty");
    }
    if (words.size() > LONGEST) {
      throw new IllegalArgumentException(
          "a text must be at most %,d words long but has %,d".formatted(LONGEST, words.size()));
    }
    return words;
  }

  @Override
  public LabelledSet<List<String>> read(Path path, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    return LabelledTexts.read(path, threads, listener);
  }

  @Override
  public Inputs<List<String>> inputs(List<String> given, int threads)
      throws BadFileException, IOException {
    return TextInputs.read(given);
  }

  @Override
  public ClassNetwork<List<String>> network(
      List<String> labels,
      List<Labelled<List<String>>> learned,
      int embeddingSize,
      CoreConfig core) {
    return WordClassNetwork.of(
        labels, learned.stream().map(Labelled::thing).toList(), embeddingSize, core);
  }

  @Override
  public OpenedClassifier<List<String>> open(FoundModel found) throws BadFileException {
    ModelFile<WordNetworkConfig, TaggingNetwork> file = found.open(WordClassNetwork.kind(ENCODING));
    if (file.header().encodingVersion() != WordRows.VERSION) {
      throw new BadFileException(
          found.path(),
          "made for words of version %d, this program has version %d"
              .formatted(file.header().encodingVersion(), WordRows.VERSION));
    }
    return new OpenedClassifier<>(
        found, file.header(), new WordClassNetwork(file.header().network(), file.network()));
  }
}
