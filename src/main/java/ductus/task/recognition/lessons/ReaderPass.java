package ductus.task.recognition.lessons;

import ductus.model.reading.LineBatch;
import ductus.model.reading.ReaderNetwork;
import ductus.nn.Tape;
import ductus.train.Pass;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines on their way through a reader. */
final class ReaderPass implements Pass {
  private final ReaderNetwork network;
  private final LineBatch batch;
  private final int[][] texts;

  /** Where the characters stand; null where that is not known. */
  private final int @Nullable [] path;

  private final int number;

  /**
   * A pass.
   *
   * @param number of the batch in its update
   */
  ReaderPass(ReaderNetwork network, List<LabeledLine> lines, int number) {
    this.network = network;
    this.number = number;
    batch =
        new LineBatch(lines.stream().map(LabeledLine::rows).toList(), network.config().features());
    texts = lines.stream().map(line -> network.config().labels(line.text())).toArray(int[][]::new);
    List<LabelPath> paths = lines.stream().flatMap(line -> line.path().stream()).toList();
    path =
        paths.size() < lines.size()
            ? null
            : LabelPath.batch(paths, network.config().alphabet().characters());
  }

  @Override
  public int number() {
    return number;
  }

  /** Characters. */
  @Override
  public int targets() {
    return Arrays.stream(texts).mapToInt(text -> text.length).sum();
  }

  @Override
  public double add(float scale, long seed, long noisePass, boolean held, Tape tape) {
    network.begin(batch, tape);
    tape.train(seed, noisePass, 0, held);
    double nats =
        path == null
            ? network.loss(batch, texts, scale, tape)
            : network.pathLoss(batch, path, scale, tape);
    network.backward(tape);
    return nats;
  }

  /** Nats without noise. */
  double measure(Tape tape) {
    network.begin(batch, tape);
    return network.loss(batch, texts, 1, tape);
  }
}
