package ductus.studio.hand;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.studio.collection.Workspace;
import ductus.studio.lesson.LessonProcess;
import ductus.studio.lesson.LessonProcess.Lesson;
import ductus.studio.lesson.LessonStatus;
import ductus.studio.web.RequestException;
import ductus.task.handwriting.adaptation.AddedHands;
import ductus.task.handwriting.adaptation.FallbackHands;
import ductus.task.handwriting.adaptation.HandSample;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.synthesis.HandModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Where the model is taught hands, one after another, whether the studio runs or not. */
public final class HandLessons {
  private final ModelReference given;
  private final AddedHands added;
  private final int threads;
  private final Consumer<String> taught;
  private final LessonProcess process;

  /**
   * The lessons of a workspace; one that another server began may be under way.
   *
   * @param given model that learns, and where hands are kept
   * @param threads most threads of a lesson
   * @param taught told the name of each hand whose lesson has ended
   */
  public HandLessons(
      Workspace workspace, ModelReference given, int threads, Consumer<String> taught)
      throws IOException {
    this.given = given;
    added = new AddedHands(Path.of(given.hands()));
    this.threads = threads;
    this.taught = taught;
    process = new LessonProcess(workspace.sketches().resolve("lesson"));
    process.last().ifPresent(lesson -> lesson.process().ifPresent(it -> await(lesson, it)));
  }

  private void await(Lesson lesson, ProcessHandle running) {
    Object unused = running.onExit().thenRun(() -> taught.accept(lesson.name()));
  }

  /** The lesson that is under way, or the last one. */
  LessonStatus<HandLessonResult> lesson() throws IOException {
    return process.status(AddedHands.UPDATES, "fit", HandLessonResult::of);
  }

  /** The names of hands that are being learned, by a process that outlives the studio. */
  public List<String> running() throws IOException {
    LessonStatus<HandLessonResult> now = lesson();
    return now.isUnderWay() ? List.of(now.name()) : List.of();
  }

  /**
   * Begins to teach a hand.
   *
   * @param drawn characters, or lines
   * @throws RequestException if the name is taken, or another hand is being taught
   */
  synchronized LessonStatus<HandLessonResult> begin(List<Handwriting> drawn, LearnRequest wish)
      throws BadFileException, IOException {
    requireRest();
    String name = wish.name();
    HandModel opened = given.open(Set.of());
    added.requireOwn(name, opened);
    if (!wish.replace() && added.names().contains(name)) {
      throw new RequestException(409, "there is a hand %s already".formatted(name));
    }
    Path prepared = process.prepare(drawn);
    HandSample sample = sample(prepared, name, opened);
    ModelReference learning = given.learning(sample);
    if (!learning.equals(given)) {
      added.requireOwn(name, learning.open(Set.of()));
    }
    process.take(prepared);
    return begin(wish);
  }

  private LessonStatus<HandLessonResult> begin(LearnRequest wish) throws IOException {
    Process begun = process.begin(wish.name(), wish.replace(), command(wish));
    process.last().ifPresent(lesson -> await(lesson, begun.toHandle()));
    return lesson();
  }

  private void requireRest() throws IOException {
    LessonStatus<HandLessonResult> now = lesson();
    if (now.isUnderWay()) {
      throw new RequestException(
          423, "the model is still learning %s: wait for it".formatted(now.name()));
    }
  }

  private static HandSample sample(Path ink, String name, HandModel model) throws IOException {
    try {
      return HandSample.read(List.of(ink), name, model.alphabet(), FallbackHands.shipped());
    } catch (BadFileException unfit) {
      // The copy is nothing that the user knows of.
      throw new IllegalArgumentException(unfit.reason(), unfit);
    }
  }

  private List<String> command(LearnRequest wish) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "hand",
                "add",
                process.ink().toString(),
                "--name",
                wish.name(),
                "--model",
                given.model(),
                "--hands",
                given.hands(),
                "--threads",
                Integer.toString(threads),
                "--json"));
    if (wish.replace()) {
      command.add("--replace");
    }
    return command;
  }

  /** Begins the last lesson anew, which was stopped or has failed. */
  synchronized LessonStatus<HandLessonResult> again() throws BadFileException, IOException {
    requireRest();
    Lesson lesson =
        process
            .last()
            .filter(last -> process.ink().toFile().isFile())
            .orElseThrow(() -> new RequestException(409, "there is no lesson to begin anew"));
    added.requireOwn(lesson.name(), given.open(Set.of()));
    return begin(new LearnRequest(lesson.name(), lesson.replaces()));
  }

  /** Stops the lesson that is under way; nothing of it is kept. */
  synchronized LessonStatus<HandLessonResult> stop() throws IOException {
    process.stop();
    return lesson();
  }
}
