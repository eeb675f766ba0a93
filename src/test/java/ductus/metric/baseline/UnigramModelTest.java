package ductus.metric.baseline;

import static ductus.metric.baseline.Pieces.nats;
import static ductus.metric.baseline.Pieces.piece;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class UnigramModelTest {
  @Test
  void countsAllButTheFirstToken() {
    UnigramModel model = new UnigramModel(4);
    model.add(piece(0, 1, 1, 2));
    model.add(piece(0, 1, 0));
    assertEquals(2.0 / 9, model.probability(piece(3, 0), 1), 1e-15);
    assertEquals(4.0 / 9, model.probability(piece(3, 1), 1), 1e-15);
    assertEquals(2.0 / 9, model.probability(piece(3, 2), 1), 1e-15);
    assertEquals(1.0 / 9, model.probability(piece(3, 3), 1), 1e-15);
  }

  @Test
  void addsUpNats() {
    UnigramModel model = new UnigramModel(4);
    assertEquals(2 * Math.log(4), nats(model, piece(0, 1, 2)), 1e-15);
    assertEquals(0, nats(model, piece(0)));
    assertEquals(0, nats(model, piece()));
  }

  @Test
  void rejectsWhatIsNotInTheVocabulary() {
    assertThrows(IllegalArgumentException.class, () -> new UnigramModel(2).add(piece(0, 2)));
  }
}
