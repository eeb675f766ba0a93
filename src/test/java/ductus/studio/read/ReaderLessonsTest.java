package ductus.studio.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.cli.CommandRun;
import ductus.ink.Handwriting;
import ductus.studio.collection.Workspace;
import ductus.studio.lesson.LessonStatus;
import ductus.studio.web.RequestException;
import ductus.task.handwriting.adaptation.OwnLines;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader is taught by a process of its own. */
class ReaderLessonsTest {
  @TempDir Path folder = Path.of("");

  private static LessonStatus<ReaderLessonResult> ended(ReaderLessons lessons) throws Exception {
    LessonStatus<ReaderLessonResult> now = lessons.lesson();
    while (now.isUnderWay()) {
      Thread.sleep(100);
      now = lessons.lesson();
    }
    return now;
  }

  @Tag("long")
  @Test
  void teachesIsStoppedAndKeepsWhatWasTaughtBefore() throws Exception {
    CommandRun.of(
        "reader",
        "train",
        "corpora/hands",
        "--hidden",
        8,
        "--epochs",
        1,
        "--batches",
        2,
        "--batch",
        2,
        "--out",
        folder.resolve("tiny"));
    Workspace workspace = Workspace.open(folder.resolve("generated"));
    ReaderLessons lessons = new ReaderLessons(workspace, folder.resolve("tiny").toString(), 1);
    assertFalse(lessons.lesson().isUnderWay());
    assertEquals(
        409, assertThrows(RequestException.class, () -> lessons.begin(List.of())).status());

    List<Handwriting> lines = OwnLines.lines(4);
    assertTrue(lessons.begin(lines).isUnderWay());
    assertEquals(423, assertThrows(RequestException.class, () -> lessons.begin(lines)).status());
    assertEquals(List.of("reader"), lessons.running());
    // Another server finds the lesson.
    ReaderLessons other = new ReaderLessons(workspace, folder.resolve("tiny").toString(), 1);
    ReaderLessonResult learned = Objects.requireNonNull(ended(other).learned(), "" + ended(other));
    assertEquals(4, learned.lines());
    assertTrue(learned.ownAfter() <= learned.ownBefore());
    Path first = lessons.taught().orElseThrow();
    assertEquals(folder.resolve("generated/.studio/readers/0001/model.safetensors"), first);

    lessons.begin(lines);
    lessons.stop();
    LessonStatus<ReaderLessonResult> stopped = ended(lessons);
    assertTrue(stopped.stopped(), stopped.toString());
    assertEquals(first, lessons.taught().orElseThrow());
  }
}
