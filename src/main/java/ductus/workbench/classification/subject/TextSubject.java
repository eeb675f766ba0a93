package ductus.workbench.classification.subject;

import ductus.file.BadFileException;
import ductus.model.CoreConfig;
import ductus.model.ModelFile;
import ductus.model.tagging.TaggingNetwork;
import ductus.workbench.FoundModel;
import ductus.workbench.classification.Baseline;
import ductus.workbench.classification.ClassNetwork;
import ductus.workbench.classification.Inputs;
import ductus.workbench.classification.Labelled;
import ductus.workbench.classification.LabelledSet;
import ductus.workbench.classification.OpenedClassifier;
import ductus.workbench.classification.Subject;
import ductus.workbench.corpus.ReadingListener;
import ductus.workbench.words.TextInputs;
import ductus.workbench.words.WordNetworkConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Texts, each as the words that it has. */
public final class TextSubject implements Subject<List<String>> {
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
    return LabelledTexts.areIn(path);
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
  public Baseline<List<String>> baseline(List<Labelled<List<String>>> learned) {
    return new WordCounts(learned);
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
    WordNetworkConfig config =
        WordNetworkConfig.of(
            labels, learned.stream().map(Labelled::thing).toList(), embeddingSize, core);
    return new WordClassNetwork(config, new TaggingNetwork(config.network()));
  }

  @Override
  public OpenedClassifier<List<String>> open(FoundModel found) throws BadFileException {
    ModelFile<WordNetworkConfig, TaggingNetwork> file = WordNetworkConfig.open(found, ENCODING);
    return new OpenedClassifier<>(
        found, file.header(), new WordClassNetwork(file.header().network(), file.network()));
  }
}
