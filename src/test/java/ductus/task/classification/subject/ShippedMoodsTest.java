package ductus.task.classification.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.classification.ClassEvaluation;
import ductus.model.place.FoundModel;
import ductus.task.classification.Classifier;
import ductus.task.classification.InputKind;
import ductus.task.classification.LabeledSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures of the model's card; they may move by a sentence with the order of sums. */
class ShippedMoodsTest {
  private static ClassEvaluation evaluate(String blind) throws BadFileException, IOException {
    TextInputKind texts = new TextInputKind();
    FoundModel found = InputKinds.find("moods");
    InputKind.Opened<List<String>> opened = texts.open(found);
    LabeledSet<List<String>> all =
        texts.read(Path.of("corpora/texts/blind", blind), 1, (done, of) -> {});
    assertEquals(
        all.things(), all.without(opened.header().pieces()).things(), "none of them is learned");
    try (Workers workers = new Workers(1)) {
      return new Classifier<>(opened.network(), KernelChoice.best(), workers)
          .evaluate(all.things());
    }
  }

  @Test
  void sentencesWhoseOrderMattersAreUnderstoodBetterThanByABagOfWords() throws Exception {
    double accuracy = evaluate("order.csv").accuracy();
    assertTrue(accuracy > 0.57, "accuracy must be above 0.57 but was " + accuracy);
  }

  @Test
  void sentencesOfAnotherHandAreUnderstood() throws Exception {
    double accuracy = evaluate("moods.csv").accuracy();
    assertTrue(accuracy > 0.75, "accuracy must be above 0.75 but was " + accuracy);
  }
}
