package ductus.studio.read;

import ductus.ink.Handwriting;
import ductus.model.place.ModelCatalog;
import ductus.studio.collection.Workspace;
import ductus.studio.lesson.LessonProcess;
import ductus.studio.lesson.LessonStatus;
import ductus.studio.web.RequestException;
import ductus.task.recognition.adaptation.ReaderAdaptation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where a reader is taught the lines that are right, whether the studio runs or not: a numbered
 * folder for each that was taught, from the model that ships and all lines at that time.
 */
public final class ReaderLessons {
  private static final String NUMBER = "\\d{4,9}";
  private static final String NAME = "reader";

  private final Path folder;
  private final String model;
  private final int threads;
  private final LessonProcess process;

  /**
   * The lessons of a workspace; one that another server began may be under way.
   *
   * @param model reader that learns, by name or path
   * @param threads most threads of a lesson
   */
  public ReaderLessons(Workspace workspace, String model, int threads) {
    folder = workspace.readers();
    this.model = model;
    this.threads = threads;
    process = new LessonProcess(folder.resolve("lesson"));
  }

  /** The model that learns. */
  String model() {
    return model;
  }

  /** The reader that was taught last; empty where none was. */
  Optional<Path> taught() throws IOException {
    return Optional.ofNullable(numbers().pollLast())
        .map(last -> folder(last).resolve(ModelCatalog.MODEL));
  }

  /** The numbers of the readers that were taught. */
  private NavigableSet<Integer> numbers() throws IOException {
    NavigableSet<Integer> numbers = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        all.filter(each -> String.valueOf(each.getFileName()).matches(NUMBER))
            .filter(each -> Files.isRegularFile(each.resolve(ModelCatalog.MODEL)))
            .forEach(each -> numbers.add(Integer.valueOf(String.valueOf(each.getFileName()))));
      }
    }
    return numbers;
  }

  private Path folder(int number) {
    return folder.resolve(String.format(Locale.ROOT, "%04d", number));
  }

  /** The lesson that is under way, or the last one. */
  LessonStatus<ReaderLessonResult> lesson() throws IOException {
    return process.status(ReaderAdaptation.UPDATES, "share", ReaderLessonResult::of);
  }

  /** The names of lessons that go on without the studio. */
  public List<String> running() throws IOException {
    return lesson().isUnderWay() ? List.of(NAME) : List.of();
  }

  /**
   * Begins to teach.
   *
   * @param lines that are right
   * @throws RequestException if there is none, or a lesson is under way
   */
  synchronized LessonStatus<ReaderLessonResult> begin(List<Handwriting> lines) throws IOException {
    if (lines.isEmpty()) {
      throw new RequestException(409, "say of a line that it is right before a reader learns it");
    }
    if (lesson().isUnderWay()) {
      throw new RequestException(423, "the reader is still learning: wait for it, or stop it");
    }
    process.take(process.prepare(lines));
    NavigableSet<Integer> numbers = numbers();
    int number = numbers.isEmpty() ? 1 : numbers.last() + 1;
    process.begin(
        NAME,
        false,
        List.of(
            "reader",
            "adapt",
            process.ink().toString(),
            "--model",
            model,
            "--out",
            folder(number).toString(),
            "--threads",
            Integer.toString(threads),
            "--json"));
    return lesson();
  }

  /** Stops the lesson that is under way; nothing of it is kept. */
  synchronized LessonStatus<ReaderLessonResult> stop() throws IOException {
    process.stop();
    return lesson();
  }
}
