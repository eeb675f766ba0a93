package ductus.inspection;

import ductus.file.BadFileException;
import ductus.model.CoreConfig;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.Trainable;
import ductus.model.place.FoundModel;
import ductus.model.tagging.TaggingNetwork;
import ductus.task.classification.ClassNetwork;
import ductus.task.classification.OpenedClassifier;
import ductus.task.classification.subject.InputKinds;
import ductus.task.tagging.WordTagger;
import ductus.text.word.WordNetworkConfig;
import java.util.List;

/**
 * What a model that classifies, or tags words, says of itself.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param encoding what it reads
 * @param labels that it tells apart
 * @param layers of its network
 * @param parameters how many numbers were learnt
 * @param training how
 * @param learned things that it was trained on
 * @param tensors the weights, in the order of the file
 */
public record ClassModelReport(
    String name,
    String sha256,
    String encoding,
    List<String> labels,
    CoreConfig layers,
    long parameters,
    ModelHeader.TrainingSummary training,
    int learned,
    List<ModelReport.Tensor> tensors) {
  public ClassModelReport {
    labels = List.copyOf(labels);
    tensors = List.copyOf(tensors);
  }

  /** Whether models of an encoding are such. */
  public static boolean isOne(String encoding) {
    return encoding.equals(WordTagger.ENCODING) || InputKinds.has(encoding);
  }

  /** Looks at a model. */
  public static ClassModelReport of(FoundModel found) throws BadFileException {
    if (found.encoding().equals(WordTagger.ENCODING)) {
      ModelFile<WordNetworkConfig, TaggingNetwork> file = WordTagger.open(found);
      WordNetworkConfig config = file.header().network();
      return of(found, file.header(), config.labels(), config.network().core(), file.network());
    }
    OpenedClassifier<?> opened = InputKinds.of(found.encoding()).open(found);
    ClassNetwork<?> network = opened.network();
    return of(found, opened.header(), network.labels(), network.layers(), network.weights());
  }

  private static ClassModelReport of(
      FoundModel found,
      ModelHeader<?> header,
      List<String> labels,
      CoreConfig layers,
      Trainable weights) {
    return new ClassModelReport(
        found.place().name(),
        found.sha256(),
        header.encoding(),
        labels,
        layers,
        weights.size(),
        header.training(),
        header.pieces().size(),
        weights.parameters().stream().map(ModelReport.Tensor::of).toList());
  }
}
