package ductus.task.handwriting.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.page.Page;
import ductus.ink.page.PageSetup;
import ductus.ink.page.Paper;
import ductus.ink.render.RenderSettings;
import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.pen.PenLines;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenNetworkConfig;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScribblingTest {
  private static Page page(PenNetworkConfig config, long seed) {
    PenNetwork network = new PenNetwork(config);
    network.initialize(Randomness.of(1));
    ModelHeader<PenNetworkConfig> header =
        new ModelHeader<>(
            "pen",
            1,
            config,
            new ModelHeader.TrainingSummary("test", "nothing", null, 1, 0, 0),
            List.of());
    HandModel model = new HandModel("tiny", new ModelFile<>(header, network), "0", Map.of());
    try (Workers workers = new Workers(1)) {
      WritingRequest request =
          new WritingRequest(
              "",
              StyleChoice.of("two"),
              new PenManner(1, 0),
              PageSetup.on(Paper.A6),
              RenderSettings.DEFAULT,
              false,
              seed);
      return Scribbling.write(model, request, KernelChoice.best(), workers).pages().get(0);
    }
  }

  @Test
  void scribblesWithinTheMarginsAndTheSameForASeed() {
    Page page = page(PenLines.free(1), 3);
    assertTrue(page.strokes().count() > page.lines().size());
    PageSetup setup = PageSetup.on(Paper.A6);
    page.strokes()
        .flatMap(stroke -> stroke.points().stream())
        .forEach(
            point -> {
              assertTrue(point.x() >= setup.margins().left() - 1e-9);
              assertTrue(point.x() <= 105 - setup.margins().right() + 1e-9);
            });
    assertEquals(page, page(PenLines.free(1), 3));
  }

  @Test
  void needsANetworkThatWritesFreely() {
    assertThrows(IllegalArgumentException.class, () -> page(PenLines.windowed(1), 3));
  }
}
