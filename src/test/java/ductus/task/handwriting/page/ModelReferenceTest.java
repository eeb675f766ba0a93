package ductus.task.handwriting.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.task.handwriting.synthesis.HandModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelReferenceTest {
  private final String added;
  private final String ofPeople;

  ModelReferenceTest(@TempDir Path folder) throws Exception {
    added = folder.toString();
    ofPeople = HandModel.open(HandModel.OF_PEOPLE).network().config().styleNames().get(0);
  }

  private ModelReference usual() {
    return new ModelReference(HandModel.SHIPPED, added);
  }

  @Test
  void aHandIsFoundInTheModelThatHasLearnedIt() throws Exception {
    assertEquals(usual(), usual().holding(Set.of("print")));
    ModelReference found = usual().holding(Set.of(ofPeople));
    assertEquals(HandModel.OF_PEOPLE, found.model());
    assertTrue(found.isUsuallyChecked());
    assertFalse(usual().isUsuallyChecked());
    List<String> known = found.open(Set.of(ofPeople)).network().config().styleNames();
    assertTrue(known.contains(ofPeople), known.toString());
  }

  @Test
  void aModelThatWasAskedForStays() throws Exception {
    ModelReference asked = new ModelReference(HandModel.OF_PEOPLE, added);
    assertEquals(asked, asked.holding(Set.of("print")));
  }

  @Test
  void aHandThatNobodyKnowsIsRefusedWithAllThatThereAre() {
    IllegalArgumentException unknown =
        assertThrows(IllegalArgumentException.class, () -> usual().holding(Set.of("nobody")));
    String message = String.valueOf(unknown.getMessage());
    assertTrue(message.contains("print") && message.contains(ofPeople), message);
    assertTrue(message.endsWith("but was nobody"), message);
  }

  @Test
  void handsOfTwoModelsCannotBeMixed() {
    IllegalArgumentException mixed =
        assertThrows(
            IllegalArgumentException.class, () -> usual().holding(Set.of("print", ofPeople)));
    assertTrue(String.valueOf(mixed.getMessage()).contains("one model"), mixed.getMessage());
  }
}
