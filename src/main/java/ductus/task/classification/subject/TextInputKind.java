package ductus.task.classification.subject;

import ductus.corpus.Inputs;
import ductus.corpus.ReadingListener;
import ductus.corpus.TextInputs;
import ductus.file.BadFileException;
import ductus.metric.classification.Labeled;
import ductus.model.CoreConfig;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.tagging.TaggingNetwork;
import ductus.task.classification.ClassNetwork;
import ductus.task.classification.InputKind;
import ductus.task.classification.LabeledSet;
import ductus.text.word.WordNetworkConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The kind of texts, each as the words that it has. */
public final class TextInputKind implements InputKind<List<String>> {
  private static final String ENCODING = "text-classes";

  @Override
  public String encoding() {
    return ENCODING;
  }

  @Override
  public String plural() {
    return "texts";
  }

  @Override
  public boolean isIn(Path path) {
    return LabeledTexts.areIn(path);
  }

  @Override
  public CoreConfig usualLayers() {
    return new CoreConfig("lstm" + CoreConfig.BIDIRECTIONAL + CoreConfig.MEAN, 1, 32, 0.5, false);
  }

  @Override
  public String rule() {
    return "a bag of words";
  }

  @Override
  public Function<List<String>, String> baseline(List<Labeled<List<String>>> learned) {
    return new NaiveBayes(learned);
  }

  @Override
  public String hash(List<String> words) {
    return LabeledTexts.hash(String.join(" ", words));
  }

  @Override
  public LabeledSet<List<String>> read(Path path, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    return LabeledTexts.read(path, threads, listener);
  }

  @Override
  public Inputs<List<String>> inputs(List<String> given, int threads)
      throws BadFileException, IOException {
    return TextInputs.read(given);
  }

  @Override
  public ClassNetwork<List<String>> network(
      List<String> labels,
      List<Labeled<List<String>>> learned,
      int embeddingSize,
      CoreConfig core) {
    WordNetworkConfig config =
        WordNetworkConfig.of(
            labels, learned.stream().map(Labeled::thing).toList(), embeddingSize, core);
    return new WordClassNetwork(config, new TaggingNetwork(config.network()));
  }

  @Override
  public Opened<List<String>> open(FoundModel found) throws BadFileException {
    ModelFile<WordNetworkConfig, TaggingNetwork> file = WordNetworkConfig.open(found, ENCODING);
    return new Opened<>(
        file.header(), new WordClassNetwork(file.header().network(), file.network()));
  }
}
