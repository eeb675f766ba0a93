package ductus.task.recognition.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandAugmentationTest {
  @Test
  void theHandsStayAndOthersOfTheirCharactersFollow() throws Exception {
    List<Hand> hands =
        List.of(
            HandFile.read(Path.of("corpora/hands/print.json")),
            HandFile.read(Path.of("corpora/hands/round.json")));
    List<Hand> all = HandAugmentation.with(hands, 1);
    assertEquals(hands, all.subList(0, 2));
    assertEquals(all.size(), all.stream().map(Hand::name).distinct().count());
    for (Hand hand : all) {
      assertEquals(hands.get(0).characters(), hand.characters(), hand.name());
    }
    Hand relative = all.get(2);
    assertEquals("print~1", relative.name());
    assertNotEquals(hands.get(0).drawings('a'), relative.drawings('a'));
    assertEquals(all, HandAugmentation.with(hands, 1));
  }
}
