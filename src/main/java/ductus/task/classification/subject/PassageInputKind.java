package ductus.task.classification.subject;

import ductus.corpus.Inputs;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.metric.classification.Labeled;
import ductus.model.CoreConfig;
import ductus.model.ModelFile;
import ductus.model.ModelKind;
import ductus.model.place.FoundModel;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.Target;
import ductus.task.classification.ClassNetwork;
import ductus.task.classification.InputKind;
import ductus.task.classification.LabeledSet;
import ductus.task.classification.subject.PassageClassNetwork.PassageClassesConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * The kind of texts of which the words say enough, whatever their order: those told apart by their
 * topics, and all that are too few for more.
 */
final class PassageInputKind implements InputKind<List<String>> {
  private static final String ENCODING = "passage-classes";

  /** Of so many texts a network learns to hear the order of words, too. */
  private static final int MANY = 500;

  private final TextInputKind texts = new TextInputKind();

  @Override
  public String encoding() {
    return ENCODING;
  }

  @Override
  public String plural() {
    return "passages";
  }

  /** Whether there are texts, but few. */
  @Override
  public boolean isIn(Path path) {
    if (!texts.isIn(path) || (Files.isDirectory(path) && LabeledTexts.files(path) >= MANY)) {
      return false; // many are not read only to be counted
    }
    try {
      return read(path, 1, (done, of) -> {}).things().size() < MANY;
    } catch (BadFileException | IOException unreadable) {
      return false; // whoever reads it says why
    }
  }

  /** No layer but the softmax: few texts do not teach more. */
  @Override
  public CoreConfig usualLayers() {
    return new CoreConfig(CoreConfig.FEED_FORWARD, 0, 32);
  }

  @Override
  public String rule() {
    return texts.rule();
  }

  @Override
  public Function<List<String>, String> baseline(List<Labeled<List<String>>> learned) {
    return texts.baseline(learned);
  }

  @Override
  public String hash(List<String> words) {
    return texts.hash(words);
  }

  @Override
  public LabeledSet<List<String>> read(Path path, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    return texts.read(path, threads, listener);
  }

  @Override
  public Inputs<List<String>> inputs(List<String> given, int threads)
      throws BadFileException, IOException {
    return texts.inputs(given, threads);
  }

  @Override
  public ClassNetwork<List<String>> network(
      List<String> labels,
      List<Labeled<List<String>>> learned,
      int embeddingSize,
      CoreConfig core) {
    TermWeights terms = TermWeights.learn(learned.stream().map(Labeled::thing).toList());
    SignalConfig shape =
        new SignalConfig(terms.words().size(), core, Target.CLASSES, labels.size());
    return new PassageClassNetwork(
        new PassageClassesConfig(terms, labels, shape), new SignalNetwork(shape));
  }

  @Override
  public Opened<List<String>> open(FoundModel found) throws BadFileException {
    ModelFile<PassageClassesConfig, SignalNetwork> file =
        found.open(
            new ModelKind<>(
                List.of(ENCODING),
                PassageClassesConfig.class,
                config -> config.network().weights(),
                config -> new SignalNetwork(config.network())));
    file.requireFitting(found.path(), PassageClassNetwork.VERSION, true);
    return new Opened<>(
        file.header(), new PassageClassNetwork(file.header().network(), file.network()));
  }
}
