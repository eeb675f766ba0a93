package ductus.task.music.model;

import ductus.format.NumberText;
import ductus.model.ConditionedEncoding.Condition;
import ductus.model.ModelHeader;
import ductus.model.NetworkConfig;
import ductus.music.statistics.RunIndex;
import ductus.task.ModelSheet;
import ductus.task.ModelSheet.TensorSize;
import ductus.task.Report;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A description of a model of music, as JSON names it.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param encoding of its pieces, with the version of the token stream
 * @param network its shape; the vocabulary size is in it
 * @param parameters how many numbers were learned
 * @param training how it was trained
 * @param trainingPieces how many it was trained on
 * @param conditions what new pieces can be asked to be like
 * @param trainingRuns how many different runs of notes lie in the index beside it; null if there is
 *     none
 * @param tensors the weights, in the order of the file
 */
public record MusicModelReport(
    String name,
    String sha256,
    Encoding encoding,
    NetworkConfig network,
    long parameters,
    ModelHeader.TrainingSummary training,
    int trainingPieces,
    List<Condition> conditions,
    @Nullable List<Runs> trainingRuns,
    List<TensorSize> tensors) {
  /**
   * The encoding of a model's pieces.
   *
   * @param merges tokens of its vocabulary that stand for runs of others
   */
  public record Encoding(String name, int version, int merges) {}

  /** Number of different runs of some notes. */
  public record Runs(int notes, int count) {}

  /** Describes a model that was opened. */
  public static Report of(MusicModel<?> model) {
    ModelHeader<NetworkConfig> header = model.file().header();
    MusicModelReport report =
        new MusicModelReport(
            model.name(),
            model.sha256(),
            new Encoding(header.encoding(), header.encodingVersion(), model.merges().count()),
            header.network(),
            model.file().network().size(),
            header.training(),
            header.pieces().size(),
            model.conditions().all(),
            model.runs().map(runs -> runs(runs.index())).orElse(null),
            TensorSize.of(model.file().network()));
    return new Report(report, report.text());
  }

  private static List<Runs> runs(RunIndex index) {
    return RunIndex.LENGTHS.stream()
        .map(notes -> new Runs(notes, index.runs(notes).length))
        .toList();
  }

  private String text() {
    ModelSheet sheet =
        new ModelSheet(name, sha256, tensors)
            .line(
                "encoding",
                "%s, version %d; vocabulary of %,d tokens%s",
                encoding.name(),
                encoding.version(),
                network.vocabularySize(),
                encoding.merges() == 0
                    ? ""
                    : String.format(Locale.ROOT, ", %,d of them merged", encoding.merges()))
            .line(
                "network",
                "embedding %d, %s of %d units (%s)%s, dropout %s",
                network.embeddingSize(),
                NumberText.count(network.layers(), "layer"),
                network.hiddenSize(),
                network.cell(),
                network.skip() ? " with skip" : "",
                network.dropout())
            .parameters(parameters)
            .trained(
                NumberText.count(trainingPieces, "piece") + ", " + training.corpus(),
                training,
                "token");
    for (Condition condition : conditions) {
      sheet.line("condition", "%s: %s", condition.name(), String.join(", ", condition.labels()));
    }
    if (trainingRuns != null) {
      sheet.line(
          "run index",
          "%s",
          trainingRuns.stream()
              .map(
                  runs -> String.format(Locale.ROOT, "%,d of %d notes", runs.count(), runs.notes()))
              .collect(Collectors.joining(", ")));
    }
    return sheet.text();
  }
}
