package ductus.workbench.poly;

import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.frame.FrameNetwork;
import ductus.model.frame.FrameSequence;
import ductus.music.encoding.poly.KeyInputs;
import ductus.music.frames.Frames;
import ductus.nn.Tape;
import ductus.train.FrameLessons;
import ductus.train.Loss;
import java.util.List;

/** Of a network that predicts each key by itself. */
public final class KeyScoring implements FrameScoring {
  private final FrameNetwork network;
  private final Tape tape;

  /** Packs the network. */
  public KeyScoring(FrameNetwork network, Kernels kernels, Workers workers) {
    this.network = network;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  @Override
  public FrameLoss of(List<Frames> pieces) {
    List<FrameSequence> whole = pieces.stream().map(KeyInputs::sequence).toList();
    List<FrameSequence> beginnings =
        pieces.stream()
            .map(piece -> new Frames(piece.stepsPerQuarter(), piece.steps().subList(0, 1)))
            .map(KeyInputs::sequence)
            .toList();
    Loss all = FrameLessons.loss(network, whole, tape);
    Loss first = FrameLessons.loss(network, beginnings, tape);
    return new FrameLoss(pieces.size(), all.tokens(), first.nats(), all.nats() - first.nats());
  }
}
