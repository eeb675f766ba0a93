package ductus.task.handwriting.adaptation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.file.TensorFile;
import ductus.generate.HandPrimer;
import ductus.ink.layout.WrittenLine;
import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.pen.HandWeights;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenStyle;
import ductus.nn.Initialization;
import ductus.nn.Parameter;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.NetworkLineWriter;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import ductus.task.handwriting.synthesis.TinyHands;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedHandTest {
  private static final HandPrimer PRIMER =
      new HandPrimer(
          "up ",
          List.of(new HandPrimer.Point(0, 1.5f, false), new HandPrimer.Point(0.25f, -1, true)));

  private final Path file;
  private final HandModel model;
  private final PenNetwork network;

  LearnedHandTest(@TempDir Path folder) throws Exception {
    file = folder.resolve("anna.safetensors");
    model = HandModel.open(TinyHands.write(folder.resolve("tiny.safetensors"), 1).toString());
    PenStyle anna = new PenStyle("anna", false, "abup", List.of(1, 3, 2, 1));
    HandWeights weights = HandWeights.zero(model.network().config(), anna);
    Initialization.uniform(weights.style(), 1, Seeded.random(1));
    Initialization.uniform(weights.letterforms(), 1, Seeded.random(2));
    network = model.networkWith(anna, weights);
    for (Parameter shared : new AdaptableNetwork(network).shared()) {
      Initialization.uniform(shared.value(), 0.1, Seeded.random(3));
    }
  }

  @Test
  void aModelWithAHandFromItsFileIsTheOneThatLearnedIt() throws Exception {
    for (HandPrimer primer : List.of(HandPrimer.NONE, PRIMER)) {
      LearnedHand.of(file, model, network, primer).write();
      HandModel more = LearnedHand.read(file).addedTo(model);
      for (int i = 0; i < network.parameters().size(); i++) {
        assertArrayEquals(
            network.parameters().get(i).value().data,
            more.network().parameters().get(i).value().data);
      }
      assertEquals(primer.equals(PRIMER) ? Map.of("anna", PRIMER) : Map.of(), more.primers());
      assertEquals("anna", more.styles().get(2).name());
      assertNotEquals(model.sha256(), more.sha256());
    }
  }

  @Test
  void linesOfAHandGoOnFromItsPrimer() throws Exception {
    LearnedHand.of(file, model, network, HandPrimer.NONE).write();
    WrittenLine plain = written(LearnedHand.read(file).addedTo(model));
    LearnedHand.of(file, model, network, PRIMER).write();
    WrittenLine primed = written(LearnedHand.read(file).addedTo(model));
    assertEquals("abba", primed.text());
    assertTrue(primed.characters().stream().allMatch(character -> character < 4));
    assertNotEquals(plain.ink(), primed.ink());
  }

  private static WrittenLine written(HandModel model) {
    try (Workers workers = new Workers(1)) {
      return new NetworkLineWriter(
              model,
              StyleChoice.of("anna"),
              new PenManner(0, 0),
              1,
              Optional.empty(),
              KernelChoice.best(),
              workers)
          .write(List.of("abba"))
          .get(0);
    }
  }

  @Test
  void refusesADamagedFile() throws Exception {
    LearnedHand.of(file, model, network, PRIMER).write();
    for (String lost : List.of("style", "letterform", "head.bias", "primer")) {
      TensorFile damaged = TensorFile.read(file);
      damaged.matrices().remove(lost);
      Path other = file.resolveSibling("damaged.safetensors");
      damaged.write(other);
      LearnedHand read = LearnedHand.read(other);
      assertThrows(BadFileException.class, () -> read.addedTo(model), lost);
    }
  }
}
