package ductus.inspection;

import ductus.model.Condition;
import ductus.model.ModelHeader;
import ductus.model.NetworkConfig;
import ductus.music.statistics.RunIndex;
import ductus.nn.Parameter;
import ductus.task.music.model.MusicModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of itself.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param encoding of its pieces, with the version of the token stream
 * @param network its shape; the vocabulary size is in it
 * @param parameters how many numbers were learnt
 * @param training how
 * @param trainingPieces how many it was trained on
 * @param conditions what new pieces can be asked to be like
 * @param trainingRuns how many different runs of notes lie in the index beside it; null if there is
 *     none
 * @param tensors the weights, in the order of the file
 */
public record ModelReport(
    String name,
    String sha256,
    Encoding encoding,
    NetworkConfig network,
    long parameters,
    ModelHeader.TrainingSummary training,
    int trainingPieces,
    List<Condition> conditions,
    @Nullable List<Runs> trainingRuns,
    List<Tensor> tensors) {
  /**
   * An encoding.
   *
   * @param merges tokens of its vocabulary that stand for runs of others
   */
  public record Encoding(String name, int version, int merges) {}

  /** So many different runs of so many notes. */
  public record Runs(int notes, int count) {}

  /** A matrix of weights. */
  public record Tensor(String name, int rows, int columns) {
    static Tensor of(Parameter parameter) {
      return new Tensor(
          parameter.name(), parameter.value().getNumRows(), parameter.value().getNumCols());
    }
  }

  /** Looks at a model. */
  public static ModelReport of(MusicModel<?> model) {
    ModelHeader<NetworkConfig> header = model.file().header();
    return new ModelReport(
        model.name(),
        model.sha256(),
        new Encoding(header.encoding(), header.encodingVersion(), model.merges().count()),
        header.network(),
        model.file().network().size(),
        header.training(),
        header.pieces().size(),
        model.conditions().all(),
        model.runs().map(runs -> runs(runs.index())).orElse(null),
        model.file().network().parameters().stream().map(Tensor::of).toList());
  }

  private static List<Runs> runs(RunIndex index) {
    return RunIndex.LENGTHS.stream()
        .map(notes -> new Runs(notes, index.runs(notes).length))
        .toList();
  }
}
