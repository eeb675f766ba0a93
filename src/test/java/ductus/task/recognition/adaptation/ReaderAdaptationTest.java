package ductus.task.recognition.adaptation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.Refusals;
import ductus.corpus.ReadingListener;
import ductus.corpus.line.LineFolder;
import ductus.ink.recognition.ReadingModels;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.task.handwriting.adaptation.OwnLines;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderAdaptationTest {
  @TempDir Path folder = Path.of("");

  private LineFolder lines(int count) throws Exception {
    Path file = OwnLines.write(folder.resolve("lines.json"), OwnLines.lines(count));
    return LineFolder.read(List.of(file), 1, ReadingListener.NONE);
  }

  @Test
  void someOfManyLinesAreMeasuredByAndAllOfFewAreLearned() throws Exception {
    var alphabet = ReadingModels.reader(ReadingModels.PEOPLE).network().config().alphabet();
    ReaderSample many = ReaderSample.of(lines(11), alphabet, folder);
    assertEquals(List.of(9, 2), List.of(many.learned().size(), many.measured().size()));
    assertTrue(many.learned().stream().noneMatch(many.measured()::contains));
    ReaderSample few = ReaderSample.of(lines(3), alphabet, folder);
    assertEquals(few.learned(), few.measured());
    assertEquals(3, few.lines());
  }

  @Test
  void needsALine() {
    LineFolder nothing = new LineFolder(List.of(), new TreeMap<>(), List.of());
    try (Workers workers = new Workers(1)) {
      Refusals.assertBadFileNaming(
          "has no line with its text",
          () ->
              new ReaderAdaptation(
                  ReadingModels.reader(ReadingModels.PEOPLE),
                  "people",
                  nothing,
                  folder,
                  KernelChoice.best(),
                  workers));
    }
  }
}
