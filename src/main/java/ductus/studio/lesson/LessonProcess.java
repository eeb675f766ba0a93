package ductus.studio.lesson;

import com.google.gson.JsonObject;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.JsonFile;
import ductus.ink.Handwriting;
import ductus.ink.read.InkJson;
import ductus.studio.train.OwnProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The lesson in which a model learns ink: a process of its own, a command such as {@code ductus
 * hand add}, that goes on when this one ends. All that is known of it lies in a folder, so that the
 * next server finds it again: {@code lesson.json}, {@code ink.json} that is learned, and {@code
 * said.txt} that the process prints.
 */
public final class LessonProcess {
  private final Path folder;

  /** The lesson of a folder, which may be missing yet. */
  public LessonProcess(Path folder) {
    this.folder = folder;
  }

  /**
   * What is known of a lesson.
   *
   * @param name of what is learned
   * @param replaces whether it takes the place of what was learned by this name
   * @param pid of the process
   * @param begun when the process began, in milliseconds since 1970
   * @param up for how long the machine had been up then, in milliseconds; 0 where that is not known
   * @param stopped whether somebody stopped it
   */
  public record Lesson(
      String name, boolean replaces, long pid, long begun, long up, boolean stopped) {
    static Lesson of(String name, boolean replaces, ProcessHandle process) {
      ProcessStart start =
          ProcessStart.of(process).orElse(new ProcessStart(System.currentTimeMillis(), 0));
      return new Lesson(name, replaces, process.pid(), start.millis(), start.up(), false);
    }

    Lesson stoppedThere() {
      return new Lesson(name, replaces, pid, begun, up, true);
    }

    /** The process; none where it has ended, and its number may be another's. */
    public Optional<ProcessHandle> process() {
      return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isOwn);
    }

    private boolean isOwn(ProcessHandle process) {
      return ProcessStart.of(process)
          .map(start -> start.isSame(new ProcessStart(begun, up)))
          .orElse(true);
    }
  }

  /** The last lesson that was begun. */
  public Optional<Lesson> last() throws IOException {
    try {
      return Optional.of(JsonFile.readFormer(file(), Lesson.class, "a lesson"));
    } catch (BadFileException missingOrBroken) {
      return Optional.empty();
    }
  }

  /** The file of what is learned. */
  public Path ink() {
    return folder.resolve("ink.json");
  }

  /** Writes what is to be learned next into a file of its own. */
  public Path prepare(List<Handwriting> sample) throws IOException {
    Path next = folder.resolve("next.json");
    AtomicFile.makeFolderOf(next);
    AtomicFile.write(next, InkJson.write(sample));
    return next;
  }

  /** Takes what was prepared in place of what was learned before. */
  public void take(Path prepared) throws IOException {
    Files.move(prepared, ink(), StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Begins a lesson in place of the one before. Its command is not kept: what lies in a folder is
   * never run.
   *
   * @param replaces whether it takes the place of what was learned by this name
   * @param command arguments of the process
   */
  public Process begin(String name, boolean replaces, List<String> command) throws IOException {
    Process process = OwnProgram.start(command, said());
    keep(Lesson.of(name, replaces, process.toHandle()));
    return process;
  }

  /** Ends a lesson's process; what it has not written yet is not kept. */
  public void stop() throws IOException {
    Lesson lesson = last().orElse(null);
    if (lesson != null && lesson.process().isPresent()) {
      keep(lesson.stoppedThere());
      lesson.process().ifPresent(ProcessHandle::destroy);
    }
  }

  /**
   * How far the last lesson is, or how it ended.
   *
   * @param updates that it takes
   * @param sign field that its command's result has if something came of it
   * @param result what came of it, of what the command says
   */
  public <R> LessonStatus<R> status(int updates, String sign, Function<JsonObject, R> result)
      throws IOException {
    Lesson lesson = last().orElse(null);
    if (lesson == null) {
      return LessonStatus.none();
    }
    // Looked at first: what it says before its end is all there then.
    boolean ended = lesson.process().isEmpty();
    LessonWords words = LessonWords.of(words());
    LessonStatus<R> status = LessonStatus.reached(lesson.name(), words.reached(), updates);
    if (!ended) {
      return status;
    }
    return words
        .result()
        .filter(said -> said.has(sign))
        .map(said -> status.finished(result.apply(said)))
        .orElseGet(
            () ->
                lesson.stopped()
                    ? status.stoppedThere()
                    : status.failed(words.complaint().orElse("it ended before its time")));
  }

  private String words() throws IOException {
    return Files.isRegularFile(said()) ? Files.readString(said(), StandardCharsets.UTF_8) : "";
  }

  private Path file() {
    return folder.resolve("lesson.json");
  }

  private Path said() {
    return folder.resolve("said.txt");
  }

  private void keep(Lesson lesson) throws IOException {
    JsonFile.write(file(), lesson);
  }
}
