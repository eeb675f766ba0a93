package ductus.task.music.frames;

import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.frame.FrameNetwork;
import ductus.model.frame.FrameNetworkConfig;
import ductus.model.place.FoundModel;
import ductus.task.ModelSheet;
import ductus.task.ModelSheet.TensorSize;
import ductus.task.Report;
import java.util.List;

/**
 * A description of a model that predicts each key by itself, as JSON names it.
 *
 * @param name by which it was asked for
 * @param sha256 of its file
 * @param encoding of its frames
 * @param network its shape
 * @param parameters how many numbers were learned
 * @param training how it was trained
 * @param trainingPieces number of pieces that it was trained on
 * @param tensors the weights, in the order of the file
 */
record KeysModelReport(
    String name,
    String sha256,
    String encoding,
    FrameNetworkConfig network,
    long parameters,
    ModelHeader.TrainingSummary training,
    int trainingPieces,
    List<TensorSize> tensors) {
  static Report of(FoundModel found) throws BadFileException {
    ModelFile<FrameNetworkConfig, FrameNetwork> file = found.open(FrameNetwork.KIND);
    KeysModelReport report =
        new KeysModelReport(
            found.place().name(),
            found.sha256(),
            file.header().encoding(),
            file.header().network(),
            file.network().size(),
            file.header().training(),
            file.header().pieces().size(),
            TensorSize.of(file.network()));
    return new Report(report, report.text());
  }

  private String text() {
    FrameNetworkConfig.Stack stack = network.stack();
    return new ModelSheet(name, sha256, tensors)
        .line("encoding", "%s, %d keys", encoding, network.outputs())
        .line(
            "network",
            "embedding %d, %s of %d units (%s)%s, dropout %s",
            stack.embeddingSize(),
            NumberText.count(stack.layers(), "layer"),
            stack.hiddenSize(),
            stack.cell(),
            stack.skip() ? " with skip" : "",
            stack.dropout())
        .parameters(parameters)
        .trained(training.corpus(), training, "frame")
        .text();
  }
}
