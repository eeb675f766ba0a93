package ductus.task.music.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.music.frames.Frame;
import ductus.music.frames.Frames;
import ductus.task.music.kind.PolyKind;
import ductus.task.music.model.MusicModel;
import ductus.task.music.model.MusicModels;
import ductus.task.music.request.MusicRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedChoralesTest {
  @Test
  void writesFourPartsThatMoveAndEnd() throws Exception {
    MusicModel<Frames> model = MusicModels.open("chorales", new PolyKind());
    try (Workers workers = new Workers(1)) {
      List<MusicGeneration.DrawnPiece<Frames>> drawn =
          new MusicGeneration<>(model, KernelChoice.best(), workers)
              .draw(MusicRequest.open(Sampling.PLAIN, 3), 0, 8);
      int frames = 0;
      int inFourParts = 0;
      int repeated = 0;
      for (MusicGeneration.DrawnPiece<Frames> each : drawn) {
        assertTrue(each.drawn().ended(), "ends by itself");
        List<Frame> steps = each.piece().steps();
        assertTrue(steps.size() >= 8, "long enough: " + steps.size());
        assertEquals(1, each.piece().stepsPerQuarter());
        for (int i = 0; i < steps.size(); i++) {
          frames++;
          inFourParts += steps.get(i).size() == 4 ? 1 : 0;
          repeated += i > 0 && steps.get(i).equals(steps.get(i - 1)) ? 1 : 0;
        }
      }
      assertTrue(inFourParts > 0.75 * frames, inFourParts + " of " + frames + " in four parts");
      assertTrue(repeated < 0.25 * frames, repeated + " of " + frames + " repeated");
    }
  }
}
