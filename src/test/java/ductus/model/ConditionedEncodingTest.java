package ductus.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.model.ConditionedEncoding.Condition;
import ductus.music.Melody;
import ductus.music.encoding.MelodyEncoding;
import ductus.run.TinyRuns;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConditionedEncodingTest {
  private static final MelodyEncoding BASE = new MelodyEncoding();
  private static final List<Condition> CONDITIONS =
      List.of(
          new Condition("style", List.of("jig", "reel")),
          new Condition("tempo", List.of("0", "90", "120")));

  private static ConditionedEncoding<Melody> like(Integer... values) {
    return new ConditionedEncoding<>(BASE, CONDITIONS, Stream.of(values).map(List::of).toList());
  }

  @Test
  void addsAFeatureForEachConditionToEveryStep() {
    Melody tune = TinyRuns.tune(3);
    Sequence plain = BASE.encode(tune);
    ConditionedEncoding<Melody> encoding = like(1, Sequence.NONE);
    Sequence sequence = encoding.encode(tune);
    assertEquals(BASE.featureCount() + 2, sequence.featureCount());
    assertEquals(BASE.featureTableSize() + 5, encoding.featureTableSize());
    assertArrayEquals(plain.tokens(), sequence.tokens());
    for (int t = 0; t < plain.length(); t++) {
      for (int f = 0; f < plain.featureCount(); f++) {
        assertEquals(plain.feature(t, f), sequence.feature(t, f));
      }
      assertEquals(BASE.featureTableSize() + 1, sequence.feature(t, BASE.featureCount()));
      assertEquals(Sequence.NONE, sequence.feature(t, BASE.featureCount() + 1));
    }
    assertEquals(BASE.decode(plain), encoding.decode(sequence));
  }

  @Test
  void givesTheSameFeaturesWhileASequenceIsDrawn() {
    CursorCheck.assertGoesThrough(like(0, 2), TinyRuns.tune(5), "tune 5");
  }

  @Test
  void refusesValuesThatThereAreNot() {
    assertThrows(IllegalArgumentException.class, () -> like(2, 0));
    assertThrows(IllegalArgumentException.class, () -> like(0));
    assertThrows(IllegalArgumentException.class, () -> like(-2, 0));
  }
}
