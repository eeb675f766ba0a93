package ductus.task.music.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.frame.FrameNetwork;
import ductus.model.frame.FrameNetworkConfig;
import ductus.music.encoding.poly.KeyInputs;
import ductus.music.encoding.poly.PolyEncoding;
import ductus.music.frames.Frame;
import ductus.music.frames.Frames;
import ductus.music.frames.RandomFrames;
import ductus.task.music.frames.FrameEvaluation.FrameScoring;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameScoringTest {
  private static final List<Frames> PIECES =
      IntStream.range(0, 20).mapToObj(seed -> RandomFrames.any(Seeded.random(seed))).toList();

  @Test
  void chordsOfANetworkThatKnowsNothingCostWhatIsLeftToChooseFrom() throws IOException {
    try (Workers workers = new Workers(1)) {
      FrameScoring scoring = new ChordScoring(chords(), KernelChoice.best(), workers);
      // 88 keys or the end; above key 100 eight and the end; above 108 the end alone.
      Frames piece = new Frames(4, List.of(Frame.of(100, 108), Frame.SILENT, Frame.of(108)));
      FrameLoss loss = scoring.of(List.of(piece));
      assertEquals(3, loss.frames());
      assertEquals(Math.log(89) + Math.log(9) + Math.log(1), loss.firstNats(), 1e-5);
      assertEquals(2 * Math.log(89), loss.laterNats(), 1e-5);
      assertEquals(Math.log(89), Objects.requireNonNull(loss.natsPerFrame()), 1e-5);
    }
  }

  @Test
  void keysOfANetworkThatKnowsNothingCostABitEach() throws IOException {
    try (Workers workers = new Workers(1)) {
      FrameLoss loss = new KeyScoring(keys(), KernelChoice.best(), workers).of(PIECES);
      assertEquals(PIECES.stream().mapToInt(Frames::length).sum(), loss.frames());
      assertEquals(88 * Math.log(2), Objects.requireNonNull(loss.natsPerFrame()), 1e-6);
      assertEquals(88 * Math.log(2), Objects.requireNonNull(loss.natsPerFrameWithFirst()), 1e-6);
    }
  }

  @Test
  void piecesTogetherCostTheSumOfThePieces() throws IOException {
    Network chords = chords();
    FrameNetwork keys = keys();
    chords.initialize(Seeded.random(1));
    keys.initialize(Seeded.random(1));
    try (Workers workers = new Workers(2)) {
      for (FrameScoring scoring :
          List.of(
              new ChordScoring(chords, KernelChoice.best(), workers),
              new KeyScoring(keys, KernelChoice.best(), workers))) {
        FrameLoss together = scoring.of(PIECES);
        FrameLoss sum = FrameLoss.NONE;
        for (Frames piece : PIECES) {
          sum = sum.plus(scoring.of(List.of(piece)));
        }
        assertEquals(sum.frames(), together.frames());
        assertEquals(20, together.pieces());
        assertEquals(sum.firstNats(), together.firstNats(), 1e-6 * sum.firstNats());
        assertEquals(sum.laterNats(), together.laterNats(), 1e-6 * sum.laterNats());
      }
    }
  }

  @Test
  void framesThatAreNotThereHaveNoMeanLoss() {
    assertNull(FrameLoss.NONE.natsPerFrame());
    assertNull(FrameLoss.NONE.natsPerFrameWithFirst());
    assertNull(new FrameLoss(1, 1, 3, 0).natsPerFrame());
  }

  private static Network chords() {
    return new Network(NetworkConfig.of(new PolyEncoding(), 4, "lstm", 1, 8, 0).withSkip(true));
  }

  private static FrameNetwork keys() {
    return new FrameNetwork(
        new FrameNetworkConfig(
            KeyInputs.outputs(),
            KeyInputs.PER_STEP,
            new FrameNetworkConfig.Stack(KeyInputs.tableSize(), 4, "lstm", 1, 8, 0, true)));
  }
}
