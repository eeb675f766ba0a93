package ductus.inspection.ink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.Count;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.read.InkJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InkSurveyTest {
  private final Path folder;

  InkSurveyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void countsWhatIsKnown() throws Exception {
    InkReport report =
        survey(
                piece("a", new PenPoint(0, 0, 0, 1), new PenPoint(3, 4, 0.1, 1)),
                piece("b", new PenPoint(0, 0, 0, Double.NaN), new PenPoint(5, 8, 1, Double.NaN)),
                piece("ab", PenPoint.at(0, 0), PenPoint.at(7, 1)))
            .report();
    assertEquals(new InkReport.Amount(3, 3, 6, 5, 4), report.ink());
    assertEquals(new InkReport.Known(3, 3, 2, 1), report.known());
    assertEquals(List.of(new Count("Ductus ink", 1)), report.formats());
    assertEquals(List.of(new Count("Anna", 3)), report.writers());
    assertEquals("ab", report.texts().characters());
    assertTrue(report.texts().missing().startsWith("cdef"), report.texts().missing());
    assertEquals(List.of("ab"), report.texts().longer());
    assertNull(report.lines());
  }

  @Test
  void estimatesLinesOfWriting() throws Exception {
    List<Stroke> stems = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      stems.add(new Stroke(List.of(PenPoint.at(8 * i, 10), PenPoint.at(8 * i, 0))));
    }
    InkReport report =
        survey(new Handwriting(stems, Optional.of("iiii iiii iii"), Optional.empty())).report();
    InkReport.Lines lines = report.lines();
    assertNotNull(lines);
    assertEquals(1, lines.count());
    assertEquals(10, lines.xHeight(), 0.5);
    assertEquals(0, lines.slant(), 0.5);
    assertEquals(0, lines.baselineAngle(), 0.1);
  }

  @Test
  void showsTheFirstPiecesAndSaysHowManyMoreThereAre() throws Exception {
    Handwriting letter = piece("a", PenPoint.at(0, 0), PenPoint.at(1, 2));
    InkSurvey survey = survey(Collections.nCopies(1234, letter).toArray(Handwriting[]::new));
    Path sheet = folder.resolve("sheet.svg");
    survey.writeSheet(sheet);
    assertTrue(Files.readString(sheet).contains(">and 834 more</text>"));
  }

  @Test
  void knowsWhatASheetCanBe() {
    assertTrue(InkSurvey.isSheet(Path.of("a.SVG")));
    assertTrue(InkSurvey.isSheet(Path.of("a.png")));
    assertFalse(InkSurvey.isSheet(Path.of("a.pdf")));
  }

  @Test
  void refusesAFolderWithoutInk() throws Exception {
    Files.writeString(folder.resolve("notes.txt"), "no ink");
    BadFileException none =
        assertThrows(BadFileException.class, () -> InkSurvey.read(folder, 1, ReadingListener.NONE));
    assertTrue(none.reason().startsWith("the folder must have ink files (IAM"), none.reason());
  }

  private InkSurvey survey(Handwriting... pieces) throws Exception {
    Path file = Files.writeString(folder.resolve("ink.json"), InkJson.write(List.of(pieces)));
    return InkSurvey.read(file, 1, ReadingListener.NONE);
  }

  private static Handwriting piece(String text, PenPoint... points) {
    return new Handwriting(
        List.of(new Stroke(List.of(points))), Optional.of(text), Optional.of("Anna"));
  }
}
