package ductus.task.music.frames;

import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.metric.GroupComputation;
import ductus.model.frame.FrameNetwork;
import ductus.model.frame.FrameSequence;
import ductus.music.encoding.poly.KeyInputs;
import ductus.music.frames.Frames;
import ductus.nn.Tape;
import ductus.task.music.frames.FrameEvaluation.FrameScoring;
import ductus.train.FrameBatches;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The scoring of a network that predicts each key by itself. */
public final class KeyScoring implements FrameScoring {
  private final FrameNetwork network;
  private final Tape tape;

  /** A scoring with a network, which it packs. */
  public KeyScoring(FrameNetwork network, Kernels kernels, Workers workers) {
    this.network = network;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  @Override
  public FrameLoss of(List<Frames> pieces) throws IOException {
    return by(GroupComputation.here(this::nats)).of(pieces);
  }

  /** The nats of sequences side by side. */
  public double nats(List<FrameSequence> group) {
    return FrameBatches.nats(network, group, tape);
  }

  /** A scoring whose groups of sequences are measured elsewhere, as {@link #nats} does it. */
  public static FrameScoring by(GroupComputation<List<FrameSequence>, Double> scoring) {
    return pieces -> {
      List<FrameSequence> whole = pieces.stream().map(KeyInputs::sequence).toList();
      List<List<FrameSequence>> groups = new ArrayList<>(FrameBatches.groups(whole));
      int ofWhole = groups.size();
      groups.addAll(FrameBatches.groups(beginnings(pieces)));
      List<Double> nats = scoring.of(groups);
      double all = sum(nats.subList(0, ofWhole));
      double first = sum(nats.subList(ofWhole, nats.size()));
      long frames = whole.stream().mapToLong(FrameSequence::length).sum();
      return new FrameLoss(pieces.size(), frames, first, all - first);
    };
  }

  private static List<FrameSequence> beginnings(List<Frames> pieces) {
    return pieces.stream()
        .map(piece -> new Frames(piece.stepsPerQuarter(), piece.steps().subList(0, 1)))
        .map(KeyInputs::sequence)
        .toList();
  }

  /** Sums up in their order, as losses are. */
  private static double sum(List<Double> nats) {
    return nats.stream().reduce(0.0, Double::sum);
  }
}
