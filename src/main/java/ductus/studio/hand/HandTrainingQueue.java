package ductus.studio.hand;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.Reasons;
import ductus.ink.Handwriting;
import ductus.ink.read.InkJson;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.studio.web.RequestException;
import ductus.task.handwriting.adaptation.AddedHands;
import ductus.task.handwriting.adaptation.DrawnHand;
import ductus.task.handwriting.adaptation.FallbackHands;
import ductus.task.handwriting.adaptation.HandSample;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Where the model is taught hands, one after another, while the page may be closed. */
public final class HandTrainingQueue {
  private final ModelReference given;
  private final AddedHands added;
  private final int threads;
  private final Consumer<String> taught;
  private final AtomicReference<HandTrainingStatus> lesson =
      new AtomicReference<>(HandTrainingStatus.NONE);

  /**
   * Nobody is taught yet.
   *
   * @param given model that learns, and where hands are kept
   * @param threads most threads of the engine
   * @param taught told the name of each hand that was learned
   */
  public HandTrainingQueue(ModelReference given, int threads, Consumer<String> taught) {
    this.given = given;
    added = new AddedHands(Path.of(given.hands()));
    this.threads = threads;
    this.taught = taught;
  }

  /** The lesson that is under way, or the last one. */
  HandTrainingStatus lesson() {
    return Objects.requireNonNull(lesson.get());
  }

  /**
   * Begins to teach a hand.
   *
   * @param sketches file of the drawn characters
   * @param drawn what it holds
   * @param name of the hand
   * @param replaces whether a hand of that name may be replaced
   * @throws RequestException if the name is taken, or another hand is being taught
   */
  synchronized HandTrainingStatus begin(
      Path sketches, List<Handwriting> drawn, String name, boolean replaces)
      throws BadFileException, IOException {
    if (lesson().isUnderWay()) {
      throw new RequestException(
          423, "the model is still learning %s: wait for it".formatted(lesson().name()));
    }
    HandModel model = given.open(Set.of());
    added.requireOwn(name, model);
    long characters = drawn.stream().map(Handwriting::text).distinct().count();
    if (characters < DrawnHand.FEWEST) {
      throw new IllegalArgumentException(
          "a hand must have %d characters or more but has %d: draw some more"
              .formatted(DrawnHand.FEWEST, characters));
    }
    if (!replaces && added.names().contains(name)) {
      throw new RequestException(409, "there is a hand %s already".formatted(name));
    }
    HandSample sample = sample(sketches, drawn, name, model);
    lesson.set(new HandTrainingStatus(name, 0, AddedHands.UPDATES, null, null));
    Thread thread = new Thread(() -> teach(model, sample), "teaching " + name);
    thread.setDaemon(true);
    thread.start();
    return lesson();
  }

  /** Read as the command reads it, from a copy that nobody draws in. */
  private static HandSample sample(
      Path sketches, List<Handwriting> drawn, String name, HandModel model)
      throws BadFileException, IOException {
    Path copy = Files.createTempFile(AtomicFile.makeFolderOf(sketches), "lesson", ".json");
    try {
      AtomicFile.write(copy, InkJson.write(drawn));
      return HandSample.read(List.of(copy), name, model.alphabet(), FallbackHands.shipped());
    } finally {
      Files.delete(copy);
    }
  }

  private void teach(HandModel model, HandSample sample) {
    long start = System.nanoTime();
    try (Workers workers = new Workers(threads)) {
      AddedHands.Fit fit =
          added.replace(
              model,
              sample,
              KernelChoice.best(),
              workers,
              done -> lesson.updateAndGet(now -> now.reached(done)));
      taught.accept(sample.name());
      lesson.updateAndGet(now -> now.finished(learned(sample, fit, start)));
    } catch (DivergenceException | IOException | RuntimeException | OutOfMemoryError failed) {
      lesson.updateAndGet(now -> now.failed(Reasons.of(failed)));
    }
  }

  private static HandTrainingStatus.TrainingResult learned(
      HandSample sample, AddedHands.Fit fit, long start) {
    return new HandTrainingStatus.TrainingResult(
        fit.nearest(),
        sample.missing().stream().map(Character::toString).collect(Collectors.joining()),
        sample.borrowed(),
        (System.nanoTime() - start) / 1e9);
  }
}
