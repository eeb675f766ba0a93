package ductus.task.music.evaluation;

import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.nn.Tape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/** What a network thinks of each single token of some pieces. */
final class NetworkNats {
  private static final int BATCH = 16;

  private NetworkNats() {}

  /**
   * Negative log-likelihoods in nats, whole pieces at a time and without noise.
   *
   * @return for each piece [T], the first being 0
   */
  static List<double[]> of(Measuring measuring, List<Sequence> pieces) throws IOException {
    List<Integer> order =
        IntStream.range(0, pieces.size())
            .boxed()
            .sorted(Comparator.comparing(i -> pieces.get(i).length()))
            .toList();
    List<List<Sequence>> groups = new ArrayList<>();
    for (int from = 0; from < order.size(); from += BATCH) {
      groups.add(
          order.subList(from, Math.min(from + BATCH, order.size())).stream()
              .map(pieces::get)
              .toList());
    }
    List<double[]> nats = new ArrayList<>(Collections.nCopies(pieces.size(), new double[0]));
    int next = 0;
    for (double[] ofGroup : measuring.of(NatsMetric.TOKENS, groups)) {
      for (int from = 0; from < ofGroup.length; ) {
        int piece = order.get(next++);
        int end = from + pieces.get(piece).length();
        nats.set(piece, Arrays.copyOfRange(ofGroup, from, end));
        from = end;
      }
    }
    return nats;
  }

  /** The nats of pieces side by side, one behind another. */
  static double[] of(Network network, List<Sequence> group, Tape tape) {
    int vocabularySize = network.config().vocabularySize();
    Batch batch = Batch.of(group, vocabularySize);
    tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
    FMatrixRMaj logits = network.outputs(batch, tape);
    return IntStream.range(0, batch.size())
        .mapToObj(b -> nats(group.get(b), logits, vocabularySize, b, batch.size()))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private static double[] nats(
      Sequence piece, FMatrixRMaj logits, int vocabularySize, int b, int batchSize) {
    double[] nats = new double[piece.length()];
    for (int t = 1; t < nats.length; t++) {
      int row = ((t - 1) * batchSize + b) * logits.numCols;
      nats[t] = logSum(logits, vocabularySize, row) - logits.data[row + piece.token(t)];
    }
    return nats;
  }

  private static double logSum(FMatrixRMaj logits, int vocabularySize, int row) {
    float largest = Float.NEGATIVE_INFINITY;
    for (int v = 0; v < vocabularySize; v++) {
      largest = Math.max(largest, logits.data[row + v]);
    }
    double sum = 0;
    for (int v = 0; v < vocabularySize; v++) {
      sum += StrictMath.exp((double) logits.data[row + v] - largest);
    }
    return largest + StrictMath.log(sum);
  }
}
