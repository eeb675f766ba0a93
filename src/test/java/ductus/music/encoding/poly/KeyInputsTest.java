package ductus.music.encoding.poly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.frame.FrameNetwork;
import ductus.model.frame.FrameNetworkConfig;
import ductus.model.frame.FrameSequence;
import ductus.music.frames.Frame;
import ductus.music.frames.Frames;
import ductus.music.frames.RandomFrames;
import ductus.nn.Tape;
import ductus.train.SequenceTeaching;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyInputsTest {
  @Test
  void aPieceHasAStepForEachFrame() {
    for (int seed = 0; seed < 50; seed++) {
      Frames piece = RandomFrames.any(Seeded.random(seed));
      FrameSequence sequence = KeyInputs.sequence(piece);
      assertEquals(piece.length(), sequence.length());
      assertEquals(KeyInputs.PER_STEP, sequence.perStep());
    }
  }

  @Test
  void inputsAreRowsOfTheTableAndAFrameOfAllKeysFits() {
    Frame all = Frame.of(IntStream.rangeClosed(21, 108).toArray());
    FrameSequence sequence = KeyInputs.sequence(new Frames(1, Collections.nCopies(5, all)));
    FrameNetwork network =
        new FrameNetwork(
            new FrameNetworkConfig(
                KeyInputs.outputs(),
                KeyInputs.PER_STEP,
                new FrameNetworkConfig.Stack(KeyInputs.tableSize(), 2, "lstm", 1, 3, 0, false)));
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.repack(tape);
      double half = 88 * Math.log(2);
      assertEquals(
          half,
          SequenceTeaching.of(network).measure(List.of(sequence), tape).perToken(),
          1e-6,
          "rows fit");
    }
    assertTrue(KeyInputs.tableSize() > 88 * 16);
  }
}
