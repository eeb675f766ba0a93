package ductus.task.handwriting.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.geometry.MarkGeometry;
import ductus.ink.hand.Hand;
import ductus.ink.hand.HandFile;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.task.handwriting.evaluation.WritingExamination.Task;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.task.handwriting.synthesis.PenManner;
import ductus.task.handwriting.synthesis.TinyHands;
import ductus.task.handwriting.training.AlignedLine;
import ductus.task.handwriting.training.LearnedPerson;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingExaminationTest {
  private static final List<String> TEXTS = List.of("a fox ran", "and so did we");

  private final HandModel model;
  private final Hand one;

  WritingExaminationTest(@TempDir Path folder) throws Exception {
    model = HandModel.open(TinyHands.write(folder.resolve("tiny.safetensors"), 1).toString());
    Hand print = HandFile.read(Path.of("corpora/hands/print.json"));
    one = new Hand("one", false, print.glyphs());
  }

  private <T> T examine(
      boolean check,
      Optional<WritingExamination.WriterIdentifier> naming,
      Function<WritingExamination, T> by) {
    try (Workers workers = new Workers(1)) {
      return by.apply(
          new WritingExamination(
              new Task(TEXTS, List.of("à la"), new PenManner(0, 0), 1, check),
              lines -> read(lines),
              naming,
              KernelChoice.best(),
              workers));
    }
  }

  /** By one who reads what the lines should say, the last word left out. */
  private HandFigures examined(
      boolean check, Optional<WritingExamination.WriterIdentifier> naming) {
    return examine(check, naming, examination -> examination.of(model, one));
  }

  private static List<String> read(List<Handwriting> lines) {
    return lines.size() == TEXTS.size()
        ? List.of("a fox", "and so did")
        : Collections.nCopies(lines.size(), "");
  }

  @Test
  void countsWhatTheReaderMisreadsAndMisses() {
    HandFigures figures = examined(false, Optional.empty());
    assertEquals("one", figures.hand());
    assertEquals(7.0 / 22, figures.ownErrors(), 1e-9);
    assertEquals(new HandFigures.Read(7.0 / 22, 7, 2), figures.written());
    assertEquals(2, figures.drawn().lines());
    assertNull(figures.checked());
    assertNull(figures.named());
  }

  @Test
  void writesAllAgainWithTheSelfCheckOn() {
    HandFigures.Checked checked =
        Objects.requireNonNull(examined(true, Optional.empty()).checked());
    assertTrue(checked.drawn().redrawn() > 0, checked.toString());
    assertTrue(checked.drawn().unread() > 0, checked.toString());
  }

  @Test
  void asksWhoseHandTheLinesAre() {
    Iterator<List<String>> composedThenWritten =
        List.of(List.of("one", "one"), List.of("one", "two")).iterator();
    HandFigures figures = examined(false, Optional.of(lines -> composedThenWritten.next()));
    assertEquals(1, figures.ownNamed());
    assertEquals(0.5, figures.named());
  }

  @Test
  void lossesOfLinesAreThoseOfTheirPoints() {
    HandFigures.Loss loss = examined(false, Optional.empty()).loss();
    assertTrue(loss.pointsPerLine() > 50, loss.toString());
    assertEquals(loss.natsPerPoint() * loss.pointsPerLine(), loss.natsPerLine(), 1e-6);
  }

  @Test
  void theInkOfBothKindsOfLinesIsMeasured() {
    HandFigures.Geometry geometry =
        Objects.requireNonNull(examined(false, Optional.empty()).geometry());
    assertEquals(1, geometry.written().marks().dots().count());
    assertEquals(0, geometry.written().marks().accents().count(), "the model knows no accents");
    assertEquals(5, geometry.composed().gaps().words());
    assertEquals(new MarkGeometry.Tally(1, 1), geometry.composed().marks().dots());
  }

  /** A line as somebody wrote it whose strokes are as long as its text. */
  private static AlignedLine line(String text) {
    List<Stroke> strokes =
        IntStream.range(0, text.length())
            .mapToObj(i -> new Stroke(List.of(PenPoint.at(i, 0), PenPoint.at(i + 0.5, 1))))
            .toList();
    return AlignedLine.unaligned(new Handwriting(strokes, Optional.of(text), Optional.empty()));
  }

  @Test
  void aPersonIsMeasuredByLinesThatWereNotLearned() {
    LearnedPerson person =
        new LearnedPerson(
            "one", List.of(line("not this")), TEXTS.stream().map(each -> line(each)).toList());
    HandFigures figures =
        examine(
            false,
            Optional.of(lines -> List.of("one", "two")),
            examination -> examination.of(model, person));
    assertEquals(7.0 / 22, figures.ownErrors(), 1e-9);
    assertEquals(new HandFigures.Read(7.0 / 22, 7, 2), figures.written());
    assertEquals(0.5, figures.named());
    assertEquals(22, figures.loss().pointsPerLine(), "of what was held out");
    assertNull(figures.geometry());
  }
}
