package ductus.model.reading;

import ductus.model.Core;
import ductus.model.InputLayer;
import ductus.model.ModelKind;
import ductus.model.SequenceNetwork;
import ductus.nn.head.CtcHead;
import ductus.nn.head.CtcTargets;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * A network that reads the text of lines: bidirectional LSTM layers, and a head that is told the
 * text but not where its characters stand (Graves et al. 2009).
 */
public final class ReaderNetwork extends SequenceNetwork<ReaderConfig, FMatrixRMaj, CtcTargets> {
  /** Name by which a model file knows them. */
  public static final String ENCODING = "reader";

  /** Files of such networks. */
  public static final ModelKind<ReaderConfig, ReaderNetwork> KIND =
      new ModelKind<>(
          List.of(ENCODING), ReaderConfig.class, ReaderConfig::weights, ReaderNetwork::new);

  /** A network with zero weights. */
  public ReaderNetwork(ReaderConfig config) {
    super(
        config,
        new Core<>(config.core(), InputLayer.numbers(config.features(), 0)),
        size -> new CtcHead(size, config.labelCount()));
  }

  /** Lines that are to be read. */
  public LineBatch<CtcTargets> batch(List<LineRows> lines) {
    return new LineBatch<>(lines, config().features(), CtcTargets.NONE, 0);
  }

  /**
   * Lines whose texts are known.
   *
   * @param texts of each line
   * @param path label of each step, or the blank; negative behind a line's end [T×B]; null where
   *     that is not known
   */
  public LineBatch<CtcTargets> batch(
      List<LineRows> lines, List<String> texts, int @Nullable [] path) {
    int[][] labels = texts.stream().map(config()::labels).toArray(int[][]::new);
    CtcTargets targets = new CtcTargets(labels, path);
    return new LineBatch<>(lines, config().features(), targets, targets.count());
  }
}
