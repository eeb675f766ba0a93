package ductus.studio.train.plan;

import ductus.file.BadFileException;
import ductus.music.encoding.MelodyEncoding;
import ductus.workbench.RunFolder;
import ductus.workbench.TrainingConfig;
import ductus.workbench.handwriting.PenTrainingConfig;
import ductus.workbench.kind.MusicKinds;
import ductus.workbench.text.TextTrainingConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a network can learn in a run, and how the command line is asked for it. */
public sealed interface Subject permits MusicSubject, PenSubject, TextSubject {
  /** One of each family, by which folders are looked through. */
  List<Subject> FAMILIES =
      List.of(new MusicSubject(MelodyEncoding.NAME), new PenSubject(), new TextSubject());

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
  Expectation expect(TrainingWish wish, Path folder, int threads)
      throws BadFileException, IOException;

  /**
   * Arguments of the command that begins a run, but for its place.
   *
   * @param asked file that may be written for the command
   */
  List<String> beginning(TrainingWish wish, Path folder, Path asked) throws IOException;

  /** Arguments of the command that goes on with one, but for its place. */
  List<String> goingOn();

  /** Names of all. */
  static List<String> kinds() {
    return Stream.concat(MusicKinds.names().stream(), Stream.of(PenSubject.KIND, TextSubject.KIND))
        .toList();
  }

  /**
   * The one of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Subject named(String kind) {
    return switch (kind) {
      case PenSubject.KIND -> new PenSubject();
      case TextSubject.KIND -> new TextSubject();
      default -> new MusicSubject(MusicKinds.named(kind).encoding().name());
    };
  }

  /**
   * What a run learns.
   *
   * @param folder that it learns from
   */
  record Learned(Subject subject, Path folder) {}

  /** What the run of a configuration learns, if the page knows of such. */
  static Optional<Learned> of(Path config) throws IOException {
    Optional<Learned> music =
        read(config, TrainingConfig.class)
            .map(TrainingConfig::corpus)
            .map(
                corpus ->
                    new Learned(new MusicSubject(corpus.encoding()), Path.of(corpus.folder())));
    if (music.isPresent()) {
      return music;
    }
    Optional<Learned> hands =
        read(config, PenTrainingConfig.class)
            .map(pen -> new Learned(new PenSubject(), Path.of(pen.folder())));
    return hands.isPresent()
        ? hands
        : read(config, TextTrainingConfig.class)
            .map(text -> new Learned(new TextSubject(), Path.of(text.corpus().folder())));
  }

  private static <C> Optional<C> read(Path config, Class<C> kind) throws IOException {
    try {
      return Optional.of(RunFolder.readConfig(config, kind));
    } catch (BadFileException other) {
      return Optional.empty();
    }
  }
}
