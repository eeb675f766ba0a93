package ductus.task.handwriting.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.generate.PenScorer;
import ductus.ink.Handwriting;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.HandFile;
import ductus.ink.prepare.InkPreparation;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.recognition.WriterIdentification;
import ductus.ink.variation.HandVariation;
import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.NetworkLineWriter;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.StyleChoice;
import ductus.task.handwriting.synthesis.TinyHands;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandNamingTest {
  private static final List<String> TEXTS =
      List.of("The ferry leaves at 7:45", "when the harbour is calm", "and nobody is missing");

  private final HandModel tiny;

  HandNamingTest(@TempDir Path folder) throws Exception {
    tiny = HandModel.open(TinyHands.write(folder.resolve("tiny.safetensors"), 1).toString());
  }

  private static Handwriting composed(String text) throws Exception {
    return new LineComposer(
            HandFile.read(Path.of("corpora/hands/print.json")),
            HandVariation.natural(),
            PenEncoding.SPACING)
        .compose(text, Randomness.of(3))
        .handwriting();
  }

  /** By those who know no hands of drawings. */
  private List<HandEvidence> evidence(
      List<KnownHands> known, List<Handwriting> lines, List<String> texts) throws Exception {
    try (Workers workers = new Workers(1)) {
      WriterIdentification nobody =
          new WriterIdentification(
              ReadingModels.hands(ReadingModels.SHIPPED).network(), KernelChoice.best(), workers);
      return new HandNaming(
              nobody, new KnownHands(tiny, List.of()), known, KernelChoice.best(), workers)
          .evidence(lines, texts);
    }
  }

  /** Nats of the first points of a line as one of the tiny hands. */
  private double nats(Handwriting line, String text, int style, int points) {
    try (Workers workers = new Workers(1)) {
      PenScorer scorer = new PenScorer(tiny.network(), KernelChoice.best(), workers);
      double[] nats =
          scorer
              .nats(
                  List.of(
                      PenEncoding.encode(
                          line, text, tiny.network().config().textWindow().alphabet(), style)))
              .get(0);
      return Arrays.stream(nats).limit(points).sum();
    }
  }

  /** By how much the first of two hands is ahead. */
  private static double ahead(HandEvidence evidence) {
    return Objects.requireNonNull(evidence.nats().get("one"))
        - Objects.requireNonNull(evidence.nats().get("two"));
  }

  @Test
  void speaksForAHandWhatItsNetworkPredicts() throws Exception {
    String shorter = "a fox";
    String longer = "a fox that ran over all the fields behind the house in the rain, and back";
    List<Handwriting> lines = List.of(composed(longer), composed(shorter));
    List<HandEvidence> all =
        evidence(List.of(KnownHands.of(tiny)), lines, List.of(longer, shorter));
    assertEquals(
        -(nats(lines.get(1), shorter, 0, 800) - nats(lines.get(1), shorter, 1, 800)) / 8,
        ahead(all.get(1)),
        1e-3);
    assertEquals(
        -(nats(lines.get(0), longer, 0, 800) - nats(lines.get(0), longer, 1, 800)) * 22 / 800,
        ahead(all.get(0)),
        1e-3,
        "the first 800 points of a line of " + lines.get(0).points());
  }

  @Test
  void readsWhatItsModelCannotWriteAsWellAsItCan() throws Exception {
    Handwriting line = composed("a fox");
    assertEquals(
        evidence(List.of(KnownHands.of(tiny)), List.of(line), List.of("a fox")),
        evidence(List.of(KnownHands.of(tiny)), List.of(line), List.of("à föx")));
    assertEquals(1, evidence(List.of(KnownHands.of(tiny)), List.of(line), List.of("")).size());
  }

  @Test
  void knowsOnlyTheHandsThatItIsTold() throws Exception {
    KnownHands two = new KnownHands(tiny, List.of("two"));
    HandEvidence evidence =
        evidence(List.of(two), List.of(composed("a fox")), List.of("a fox")).get(0);
    assertEquals(new HandEvidence.Likeliest("two", 1), evidence.likeliest());
  }

  @Test
  void nothingSpeaksForAnybodyWhereThereIsNoInk() throws Exception {
    List<HandEvidence> evidence =
        evidence(
            List.of(KnownHands.of(tiny)), List.of(Handwriting.of(List.of())), List.of("a fox"));
    assertEquals(new HandEvidence.Likeliest("one", 0.5), evidence.get(0).likeliest());
  }

  @Tag("long")
  @Test
  void whatAHandThatShipsWroteIsNamedAmongAll() throws Exception {
    for (String hand : List.of("bubbly", "fluent", "italic", "uji-w02")) {
      try (Workers workers = new Workers(1)) {
        HandModel people = HandModel.open(HandModel.OF_PEOPLE);
        boolean isOfPeople = people.network().config().styleNames().contains(hand);
        NetworkLineWriter writer =
            new NetworkLineWriter(
                isOfPeople ? people : HandModel.open(HandModel.SHIPPED),
                StyleChoice.of(hand),
                new PenManner(0.2, 0),
                1,
                Optional.empty(),
                KernelChoice.best(),
                workers);
        // As a reader of a file finds them: of a size that is measured.
        InkPreparation preparation = InkPreparation.ofLines(PenEncoding.SPACING);
        List<Handwriting> lines =
            writer.write(TEXTS).stream().map(line -> preparation.apply(line.ink()).ink()).toList();
        HandNaming naming =
            new HandNaming(
                ReadingModels.naming(ReadingModels.SHIPPED, KernelChoice.best(), workers),
                KnownHands.of(HandModel.open(HandModel.SHIPPED)),
                List.of(KnownHands.of(people)),
                KernelChoice.best(),
                workers);
        HandEvidence together = HandEvidence.together(naming.evidence(lines, TEXTS));
        assertEquals(hand, together.likeliest().hand(), together.toString());
      }
    }
  }
}
