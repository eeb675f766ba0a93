package ductus.task.registry;

import ductus.file.BadFileException;
import ductus.run.RunFolder;
import ductus.task.Task;
import ductus.task.TrainingConfig;
import ductus.task.caption.CaptionTask;
import ductus.task.classification.training.ClassificationTask;
import ductus.task.forecasting.ForecastingTask;
import ductus.task.handwriting.HandwritingTask;
import ductus.task.harmony.HarmonyTask;
import ductus.task.humanization.HumanizationTask;
import ductus.task.language.training.LanguageTask;
import ductus.task.music.frames.KeysTask;
import ductus.task.music.training.MusicTask;
import ductus.task.recognition.RecognitionTask;
import ductus.task.speech.SpeechTask;
import ductus.task.strokerecovery.StrokeRecoveryTask;
import ductus.task.tagging.TaggingTask;
import ductus.task.transcription.TranscriptionTask;
import ductus.task.translation.TranslationTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All tasks. */
public final class Tasks {
  /** Each task once. */
  public static final List<Task<?>> ALL =
      List.of(
          new MusicTask(),
          new KeysTask(),
          new HandwritingTask(),
          new RecognitionTask(),
          new StrokeRecoveryTask(),
          new TranscriptionTask(),
          new SpeechTask(),
          new HarmonyTask(),
          new HumanizationTask(),
          new LanguageTask(),
          new ForecastingTask(),
          new ClassificationTask(),
          new TaggingTask(),
          new TranslationTask(),
          new CaptionTask());

  private Tasks() {}

  /**
   * The task of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Task<?> named(String name) {
    return ALL.stream()
        .filter(task -> task.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "task must be %s but was %s"
                        .formatted(
                            ALL.stream().map(Task::name).collect(Collectors.joining(" or ")),
                            name)));
  }

  /**
   * The task of a run's configuration; of versions before 0.2, which do not name it, the first
   * whose configuration it is.
   */
  public static Optional<Task<?>> of(Path config) throws IOException {
    try {
      Optional<String> name = RunFolder.task(config);
      if (name.isPresent()) {
        return ALL.stream().filter(task -> task.name().equals(name.get())).findFirst();
      }
    } catch (BadFileException unreadable) {
      return Optional.empty();
    }
    for (Task<?> task : ALL) {
      if (isOf(task, config)) {
        return Optional.of(task);
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(Task<?> task, Path config) throws IOException {
    try {
      TrainingConfig<?> read = RunFolder.readConfig(config, task.configType());
      return !read.learned().sources().isEmpty();
    } catch (BadFileException another) {
      return false;
    }
  }

  /** The task whose models are of an encoding. */
  public static Optional<Task<?>> ofEncoding(String encoding) {
    return ALL.stream().filter(task -> task.encodings().contains(encoding)).findFirst();
  }

  /** Names of all models that ship. */
  public static List<String> shipped() {
    return ALL.stream().flatMap(task -> task.shipped().stream()).toList();
  }

  /**
   * Reads the configuration of a run of a task, or of another with the same settings.
   *
   * @throws BadFileException if it is none
   */
  public static <C extends TrainingConfig<C>> C read(Task<C> task, Path config)
      throws BadFileException, IOException {
    Optional<String> named = RunFolder.task(config);
    if (named.isPresent() && !named(named.get(), task.configType())) {
      throw new BadFileException(
          config,
          "is of the task %s, but '%s' is of the task %s"
              .formatted(named.get(), task.command(), task.name()));
    }
    return RunFolder.readConfig(config, task.configType());
  }

  private static boolean named(String name, Class<?> configType) {
    return ALL.stream()
        .anyMatch(task -> task.name().equals(name) && task.configType().equals(configType));
  }
}
