package ductus.task.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ductus.metric.classification.Labeled;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabeledSetTest {
  private static Labeled<String> thing(String file, String text, String label) {
    return Labeled.whole(Path.of(file), "", text, text, label);
  }

  private static String digest(Labeled<String> one, Labeled<String> other) {
    return LabeledSet.of(List.of(one, other), List.of()).digest(text -> text);
  }

  @Test
  void hasADigestOfWhatIsLearnedNotOfWhereItLies() {
    String digest = digest(thing("a", "red", "warm"), thing("b", "blue", "cold"));
    assertEquals(digest, digest(thing("d", "blue", "cold"), thing("c", "red", "warm")));
    assertNotEquals(digest, digest(thing("a", "red", "cold"), thing("b", "blue", "warm")));
    assertNotEquals(digest, digest(thing("a", "red", "warm"), thing("b", "blue!", "cold")));
  }
}
