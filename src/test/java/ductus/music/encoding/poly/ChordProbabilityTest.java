package ductus.music.encoding.poly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.generate.Constraint;
import ductus.generate.SequenceScorer;
import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.music.frames.Frame;
import ductus.music.frames.Frames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChordProbabilityTest {
  private static final List<Integer> PITCHES = List.of(40, 52, 60, 64, 67, 90);

  /** No pitches but six, and no end of the piece. */
  private static final Constraint SIX_PITCHES =
      (tokens, length, allowed) -> {
        for (int token = 0; token < allowed.length; token++) {
          allowed[token] &=
              token != PolyVocabulary.END
                  && (!PolyVocabulary.isPitch(token)
                      || PITCHES.contains(PolyVocabulary.pitch(token)));
        }
      };

  @Test
  void theProbabilitiesOfAllChordsAddUpToOne() {
    PolyEncoding encoding = new PolyEncoding();
    Network network = new Network(NetworkConfig.of(encoding, 8, "lstm", 1, 12, 0).withSkip(true));
    network.initialize(Seeded.random(3));
    try (Workers workers = new Workers(1)) {
      SequenceScorer scorer =
          new SequenceScorer(network, encoding, SIX_PITCHES, KernelChoice.best(), workers);
      for (List<Frame> before :
          List.of(
              List.<Frame>of(),
              List.of(Frame.of(52, 64)),
              List.of(Frame.of(40, 60), Frame.SILENT, Frame.of(40, 60)))) {
        List<Sequence> pieces = new ArrayList<>();
        for (int chord = 0; chord < 1 << PITCHES.size(); chord++) {
          List<Frame> steps = new ArrayList<>(before);
          steps.add(chord(chord));
          pieces.add(encoding.encode(new Frames(2, steps)));
        }
        int from =
            PolyEncoding.FIRST_FRAME + before.size() + before.stream().mapToInt(Frame::size).sum();
        double sum = 0;
        for (double[] nats : scorer.nats(pieces)) {
          sum += Math.exp(-Arrays.stream(nats, from, nats.length - 1).sum());
        }
        assertEquals(1, sum, 1e-6, before.toString());
      }
    }
  }

  private static Frame chord(int bits) {
    Frame frame = Frame.SILENT;
    for (int i = 0; i < PITCHES.size(); i++) {
      frame = (bits >> i & 1) == 1 ? frame.with(PITCHES.get(i)) : frame;
    }
    return frame;
  }
}
