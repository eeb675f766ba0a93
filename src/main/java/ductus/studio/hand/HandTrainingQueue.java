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
import java.util.concurrent.CancellationException;
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

  private volatile boolean stopping;

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
   * @param drawn characters, or lines
   * @param sketches their file; beside it they are copied while they are read
   * @throws RequestException if the name is taken, or another hand is being taught
   */
  synchronized HandTrainingStatus begin(List<Handwriting> drawn, Path sketches, LearnRequest wish)
      throws BadFileException, IOException {
    if (lesson().isUnderWay()) {
      throw new RequestException(
          423, "the model is still learning %s: wait for it".formatted(lesson().name()));
    }
    String name = wish.name();
    HandModel opened = given.open(Set.of());
    added.requireOwn(name, opened);
    if (!wish.replace() && added.names().contains(name)) {
      throw new RequestException(409, "there is a hand %s already".formatted(name));
    }
    HandSample sample = sample(sketches, drawn, name, opened);
    ModelReference learning = given.learning(sample);
    HandModel model = learning.equals(given) ? opened : learning.open(Set.of());
    added.requireOwn(name, model);
    stopping = false;
    lesson.set(HandTrainingStatus.begun(name, AddedHands.UPDATES));
    Thread thread = new Thread(() -> teach(model, sample), "teaching " + name);
    thread.setDaemon(true);
    thread.start();
    return lesson();
  }

  /** Stops the lesson that is under way, behind its next update; nothing of it is kept. */
  HandTrainingStatus stop() {
    stopping = true;
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
    } catch (BadFileException unfit) {
      // The copy is nothing that the user knows of.
      throw new IllegalArgumentException(unfit.reason(), unfit);
    } finally {
      Files.delete(copy);
    }
  }

  private void teach(HandModel model, HandSample sample) {
    long start = System.nanoTime();
    try (Workers workers = new Workers(threads)) {
      AddedHands.Fit fit =
          added.replace(model, sample, KernelChoice.best(), workers, this::reached);
      taught.accept(sample.name());
      lesson.updateAndGet(now -> now.finished(learned(sample, fit, start)));
    } catch (CancellationException stopped) {
      lesson.updateAndGet(HandTrainingStatus::stoppedThere);
    } catch (DivergenceException | IOException | RuntimeException | OutOfMemoryError failed) {
      lesson.updateAndGet(now -> now.failed(Reasons.of(failed)));
    }
  }

  private void reached(int updates) {
    if (stopping) {
      throw new CancellationException();
    }
    lesson.updateAndGet(now -> now.reached(updates));
  }

  private static HandTrainingStatus.TrainingResult learned(
      HandSample sample, AddedHands.Fit fit, long start) {
    return new HandTrainingStatus.TrainingResult(
        fit.nearest(),
        sample.missing().stream().map(Character::toString).collect(Collectors.joining()),
        sample.borrowed(),
        sample.lines().size(),
        sample.leftOut(),
        (System.nanoTime() - start) / 1e9);
  }
}
