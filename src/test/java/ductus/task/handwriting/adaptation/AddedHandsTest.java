package ductus.task.handwriting.adaptation;

import static ductus.Refusals.assertBadFileNaming;
import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Glyph;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.recognition.WriterIdentification;
import ductus.ink.variation.HandVariation;
import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.pen.Alphabet;
import ductus.model.pen.HandWeights;
import ductus.model.pen.PenNetwork;
import ductus.nn.Parameter;
import ductus.task.handwriting.naming.HandEvidence;
import ductus.task.handwriting.naming.HandNaming;
import ductus.task.handwriting.naming.KnownHands;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.TinyHands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class AddedHandsTest {
  private static final Path DRAWN = Path.of("corpora/hands/letter.json");

  private final Path folder;
  private final Path file;
  private final HandModel model;
  private final AddedHands hands;

  AddedHandsTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    file = TinyHands.write(folder.resolve("tiny.safetensors"), 1);
    model = HandModel.open(file.toString());
    hands = new AddedHands(folder.resolve("hands"));
  }

  private AddedHands.Fit add(String name) throws Exception {
    return add(HandSample.read(List.of(DRAWN), name, model.alphabet(), List.of()));
  }

  private AddedHands.Fit add(HandSample sample) throws Exception {
    try (Workers workers = new Workers(1)) {
      return hands.add(model, sample, false, KernelChoice.best(), workers, done -> {});
    }
  }

  @Test
  void learnsAHandKeepsItAndForgetsIt() throws Exception {
    assertEquals(List.of(), hands.names());
    AddedHands.Fit fit = add("anna");
    assertTrue(fit.after() < fit.before() - 0.1, fit.toString());
    assertEquals(List.of("anna"), hands.names());
    assertTrue(hands.style("anna").codePoints().contains((int) 'Q'));
    ModelReference given = new ModelReference(file.toString(), folder.resolve("hands").toString());
    HandModel more = given.open(Set.of("anna"));
    assertEquals(3, more.styles().size());
    assertEquals("anna", more.styles().get(2).name());
    assertNotEquals(model.sha256(), more.sha256());
    assertEquals(2, given.open(Set.of("one")).styles().size());
    hands.remove("anna");
    assertEquals(List.of(), hands.names());
    assertRefused("hand must be one of one, two but was anna", () -> given.open(Set.of("anna")));
  }

  @Test
  void anAddedHandIsNamedAmongThoseThatShip() throws Exception {
    add("anna");
    Files.copy(
        folder.resolve("hands/anna.safetensors"), folder.resolve("hands/broken.safetensors"));
    Files.writeString(folder.resolve("hands/broken.json"), "no ink");
    List<BadFileException> broken = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      WriterIdentification drawn =
          ReadingModels.naming(ReadingModels.SHIPPED, KernelChoice.best(), workers);
      assertEquals(List.of(), hands.known(drawn, List.of(model), 1, broken::add));
      assertEquals(1, broken.size());
      assertTrue(broken.get(0).path().endsWith("broken.json"), broken.toString());
      LineComposer composer =
          new LineComposer(HandFile.read(DRAWN), HandVariation.natural(), PenEncoding.SPACING);
      String text = "The quick brown fox jumps over it";
      Handwriting line = composer.compose(text, Randomness.of(9)).handwriting();
      HandEvidence evidence =
          new HandNaming(
                  drawn,
                  KnownHands.of(HandModel.open(HandModel.SHIPPED)),
                  List.of(KnownHands.of(model)),
                  KernelChoice.best(),
                  workers)
              .evidence(List.of(line), List.of(text))
              .get(0);
      assertEquals("anna", evidence.likeliest().hand());
      assertTrue(evidence.nats().keySet().containsAll(Set.of("one", "two", "print")));
    }
  }

  @Test
  void aHandFromLinesIsKnownByTheModelThatLearnedIt() throws Exception {
    Path lines = OwnLines.write(folder.resolve("lines.json"), OwnLines.lines(10));
    add(HandSample.read(List.of(lines), "anna", model.alphabet(), List.of()));
    HandModel other =
        HandModel.open(TinyHands.write(folder.resolve("other.safetensors"), 2).toString());
    List<BadFileException> broken = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      WriterIdentification drawn =
          ReadingModels.naming(ReadingModels.SHIPPED, KernelChoice.best(), workers);
      assertEquals(List.of(), hands.known(drawn, List.of(other), 1, broken::add));
      assertTrue(
          String.valueOf(broken.get(0).getMessage()).contains("was learned by another model"));
      List<KnownHands> known = hands.known(drawn, List.of(other, model), 1, broken::add);
      assertEquals(1, broken.size());
      assertEquals(List.of("anna"), known.get(0).hands());
      assertFalse(drawn.enrolled().contains("anna"));
    }
  }

  @Tag("long")
  @Test
  void replacesAnAddedHandButNoneOfTheModels() throws Exception {
    add("anna");
    byte[] before = Files.readAllBytes(folder.resolve("hands/anna.safetensors"));
    Path other = Path.of("corpora/hands/print.json");
    try (Workers workers = new Workers(1)) {
      HandSample sample = HandSample.read(List.of(other), "anna", model.alphabet(), List.of());
      hands.replace(model, sample, false, KernelChoice.best(), workers, done -> {});
      assertFalse(
          Arrays.equals(before, Files.readAllBytes(folder.resolve("hands/anna.safetensors"))));
      HandSample one = HandSample.read(List.of(other), "one", model.alphabet(), List.of());
      assertThrows(
          IllegalArgumentException.class,
          () -> hands.replace(model, one, false, KernelChoice.best(), workers, done -> {}));
    }
    assertEquals(List.of("anna"), hands.names());
  }

  @Test
  @Tag("long")
  void nothingMovesButTheNewHandAndTheBiases() throws Exception {
    add("anna");
    PenNetwork before = model.network();
    PenNetwork after = hands.addTo(model, "anna").network();
    for (int known = 0; known < 2; known++) {
      HandWeights kept = HandWeights.of(after, known);
      assertArrayEquals(HandWeights.of(before, known).style().data, kept.style().data);
      assertArrayEquals(HandWeights.of(before, known).letterforms().data, kept.letterforms().data);
    }
    for (int i = 0; i < before.parameters().size(); i++) {
      Parameter was = before.parameters().get(i);
      Parameter is = after.parameters().get(i);
      if (was.name().endsWith(".bias")) {
        assertFalse(Arrays.equals(was.value().data, is.value().data), was.name());
      } else if (was.size() == is.size()) {
        assertArrayEquals(was.value().data, is.value().data, was.name());
      }
    }
  }

  @Test
  void linesTeachOnlyTheLettersThatOccurInThem() throws Exception {
    Path lines = OwnLines.write(folder.resolve("lines.json"), OwnLines.lines(10));
    HandSample sample = HandSample.read(List.of(lines), "anna", model.alphabet(), List.of());
    AddedHands.Fit fit = add(sample);
    assertTrue(fit.after() < fit.before() - 0.1, fit.toString());
    int nearest = model.network().config().styleNames().indexOf(fit.nearest());
    HandWeights began =
        HandWeights.like(model.network(), nearest, sample.style(model.styles().get(nearest)));
    HandWeights learned = HandWeights.of(hands.addTo(model, "anna").network(), 2);
    Alphabet alphabet = model.network().config().textWindow().alphabet();
    for (int character = '!'; character <= '~'; character++) {
      int row = alphabet.numbers(new int[] {character})[0];
      boolean same = true;
      for (int w = 0; w < began.letterforms().numCols; w++) {
        same &= began.letterforms().get(row, w) == learned.letterforms().get(row, w);
      }
      assertEquals(sample.missing().contains(character), same, Character.toString(character));
    }
    HandSample kept =
        HandSample.read(
            List.of(folder.resolve("hands/anna.json")), "again", model.alphabet(), List.of());
    assertEquals(10, kept.lines().size());
  }

  @Test
  void aHandBelongsToTheModelThatLearnedIt() throws Exception {
    add("anna");
    HandModel other = HandModel.open(TinyHands.write(file, 2).toString());
    assertBadFileNaming("was learned by another model", () -> hands.addTo(other, "anna"));
  }

  @Test
  void namesAreNewAndPlain() throws Exception {
    for (String wrong : List.of("one", "", "a/b", "../x", ".x", "con", "Lpt1.x")) {
      assertThrows(IllegalArgumentException.class, () -> hands.requireFree(wrong, model), wrong);
    }
    assertThrows(IllegalArgumentException.class, () -> hands.remove("nobody"));
  }

  @Test
  void aRemovalThatWasCutShortIsEnded() throws Exception {
    Path drawings = folder.resolve("hands/anna.json");
    Files.createDirectories(folder.resolve("hands"));
    Files.writeString(drawings, "drawings");
    hands.remove("anna");
    assertFalse(Files.exists(drawings));
    Files.writeString(folder.resolve("x.json"), "another's");
    assertThrows(IllegalArgumentException.class, () -> hands.remove("../x"));
  }

  @Test
  @Tag("long")
  void namesThatDifferInCapitalsWouldBeOneFileElsewhere() throws Exception {
    add("anna");
    assertThrows(IllegalArgumentException.class, () -> hands.requireFree("Anna", model));
    hands.requireFree("Hanna", model);
  }

  @Test
  void saysWhatWasNotDrawnAndBorrowsMarksOnly() throws Exception {
    Hand whole = HandFile.read(DRAWN);
    SortedMap<Integer, List<Glyph>> few = new TreeMap<>(whole.glyphs());
    few.keySet().removeIf(character -> !Character.isLowerCase(character) || character == 'q');
    Path drawn = folder.resolve("few.json");
    HandFile.write(drawn, new Hand("few", false, few), "", "");
    DrawnHand read =
        (DrawnHand) HandSample.read(List.of(drawn), "mine", model.alphabet(), List.of(whole));
    assertTrue(read.missing().contains((int) 'q'));
    assertTrue(read.missing().contains((int) '7'));
    assertEquals("letter", read.borrowing().lenders().get((int) '!'));
    assertEquals(Set.of(), Set.copyOf(read.unknown().headSet(128)));
    few.keySet().removeIf(character -> character > 'e');
    HandFile.write(drawn, new Hand("few", false, few), "", "");
    assertBadFileNaming(
        "must have 10 characters or more but has 5",
        () -> HandSample.read(List.of(drawn), "mine", model.alphabet(), List.of(whole)));
  }
}
