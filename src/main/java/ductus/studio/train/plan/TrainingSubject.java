package ductus.studio.train.plan;

import ductus.file.BadFileException;
import ductus.music.encoding.MelodyEncoding;
import ductus.run.RunFolder;
import ductus.task.handwriting.training.PenTrainingConfig;
import ductus.task.language.training.TextTrainingConfig;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.request.MusicTrainingConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a network can learn in a run, and how the command line is asked for it. */
public sealed interface TrainingSubject
    permits MusicTrainingSubject, PenTrainingSubject, TextTrainingSubject {
  /** One of each family, by which folders are looked through. */
  List<TrainingSubject> FAMILIES =
      List.of(
          new MusicTrainingSubject(MelodyEncoding.NAME),
          new PenTrainingSubject(),
          new TextTrainingSubject());

  /** By which the page asks for it. */
  String kind();

  /** Of subjects that are learned from the same files. */
  String family();

  /** How many files of a folder may be learned from. */
  int files(Path folder) throws IOException;

  /**
   * Reads a folder and tries some updates; takes some seconds.
   *
   * @param threads most threads of the engine
   * @throws BadFileException if there is too little to learn from
   */
  RunEstimate expect(TrainingForm wish, Path folder, int threads)
      throws BadFileException, IOException;

  /**
   * Arguments of the command that begins a run, but for its place.
   *
   * @param asked file that may be written for the command
   */
  List<String> beginning(TrainingForm wish, Path folder, Path asked) throws IOException;

  /** Arguments of the command that goes on with one, but for its place. */
  List<String> goingOn();

  /** Names of all. */
  static List<String> kinds() {
    return Stream.concat(
            MusicKinds.names().stream(),
            Stream.of(PenTrainingSubject.KIND, TextTrainingSubject.KIND))
        .toList();
  }

  /**
   * The one of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static TrainingSubject named(String kind) {
    return switch (kind) {
      case PenTrainingSubject.KIND -> new PenTrainingSubject();
      case TextTrainingSubject.KIND -> new TextTrainingSubject();
      default -> new MusicTrainingSubject(MusicKinds.named(kind).encoding().name());
    };
  }

  /**
   * What a run learns.
   *
   * @param folder that it learns from
   */
  record LearnedFolder(TrainingSubject subject, Path folder) {}

  /** What the run of a configuration learns, if the page knows of such. */
  static Optional<LearnedFolder> of(Path config) throws IOException {
    Optional<LearnedFolder> music =
        read(config, MusicTrainingConfig.class)
            .map(MusicTrainingConfig::corpus)
            .map(
                corpus ->
                    new LearnedFolder(
                        new MusicTrainingSubject(corpus.encoding()), Path.of(corpus.folder())));
    if (music.isPresent()) {
      return music;
    }
    Optional<LearnedFolder> hands =
        read(config, PenTrainingConfig.class)
            .map(pen -> new LearnedFolder(new PenTrainingSubject(), Path.of(pen.folder())));
    return hands.isPresent()
        ? hands
        : read(config, TextTrainingConfig.class)
            .map(
                text ->
                    new LearnedFolder(new TextTrainingSubject(), Path.of(text.corpus().folder())));
  }

  private static <C> Optional<C> read(Path config, Class<C> kind) throws IOException {
    try {
      return Optional.of(RunFolder.readConfig(config, kind));
    } catch (BadFileException other) {
      return Optional.empty();
    }
  }
}
