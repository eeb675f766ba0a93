package ductus.task.humanization;

import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.model.ModelHeader;
import ductus.model.NetworkConfig;
import ductus.model.place.FoundModel;
import ductus.music.touch.Player;
import ductus.task.ModelSheet;
import ductus.task.ModelSheet.TensorSize;
import ductus.task.Report;
import java.util.List;

/**
 * A description of a model of a player's touch.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param player whose touch it is
 * @param network its shape
 * @param parameters how many numbers were learned
 * @param training how it was trained
 * @param trainingPieces performances that it was trained on
 * @param tensors the weights, in the order of the file
 */
record TouchModelReport(
    String name,
    String sha256,
    Player player,
    NetworkConfig network,
    long parameters,
    ModelHeader.TrainingSummary training,
    int trainingPieces,
    List<TensorSize> tensors) {
  TouchModelReport {
    tensors = List.copyOf(tensors);
  }

  /** Describes a model that was found. */
  static Report of(FoundModel found) throws BadFileException {
    TouchModel model = TouchModel.of(found);
    ModelHeader<NetworkConfig> header = model.file().header();
    TouchModelReport report =
        new TouchModelReport(
            found.place().name(),
            found.sha256(),
            model.player(),
            header.network(),
            model.network().size(),
            header.training(),
            header.pieces().size(),
            TensorSize.of(model.network()));
    return new Report(report, report.text());
  }

  private String text() {
    return new ModelSheet(name, sha256, tensors)
        .line(
            "touch",
            "of a %s: %s",
            player.word(),
            player.isTimed() ? "how hard each stroke is, and when" : "how hard each note is struck")
        .line(
            "network",
            "embedding %d, %s of %d units (%s), dropout %s",
            network.embeddingSize(),
            NumberText.count(network.layers(), "layer"),
            network.hiddenSize(),
            network.cell(),
            network.dropout())
        .parameters(parameters)
        .trained(
            NumberText.count(trainingPieces, "performance") + " of " + training.corpus(),
            training,
            "token")
        .text();
  }
}
