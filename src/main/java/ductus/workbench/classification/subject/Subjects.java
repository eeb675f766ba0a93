package ductus.workbench.classification.subject;

import ductus.file.BadFileException;
import ductus.workbench.FoundModel;
import ductus.workbench.classification.Subject;
import ductus.workbench.classification.signal.SignalSubject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** All that can be classified, and the models that ship. */
public final class Subjects {
  /** Each kind of things; of those that are in the same files, the usual one first. */
  private static final List<Subject<?>> ALL =
      List.of(
          SignalSubject.TUNES,
          SignalSubject.BARS,
          SignalSubject.LINES,
          SignalSubject.LETTERS,
          new TextSubject());

  /** Names of the models that ship; the first is the usual one. */
  public static final List<String> SHIPPED = List.of("moods");

  private Subjects() {}

  /** Whether models of an encoding classify. */
  public static boolean has(String encoding) {
    return ALL.stream().anyMatch(each -> each.encoding().equals(encoding));
  }

  /**
   * What models of an encoding classify.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Subject<?> of(String encoding) {
    return ALL.stream()
        .filter(each -> each.encoding().equals(encoding))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("a model of " + encoding + " does not classify"));
  }

  /**
   * The kind of things of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Subject<?> named(String plural) {
    return ALL.stream()
        .filter(each -> each.plural().equals(plural))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "of must be one of %s but was %s"
                        .formatted(
                            ALL.stream().map(Subject::plural).collect(Collectors.joining(", ")),
                            plural)));
  }

  /**
   * The usual kind of the things in a file or folder.
   *
   * @throws BadFileException if there are none
   */
  public static Subject<?> in(Path path) throws BadFileException {
    if (!Files.exists(path)) {
      throw new BadFileException(path, "no such file or folder");
    }
    for (Subject<?> each : ALL) {
      if (each.isIn(path)) {
        return each;
      }
    }
    throw new BadFileException(
        path, "has neither music nor texts nor ink: what is to be classified?");
  }

  /**
   * Finds a model.
   *
   * @param nameOrPath a shipped name, a model file, or a run's folder
   */
  public static FoundModel find(String nameOrPath) throws BadFileException, IOException {
    FoundModel found = FoundModel.find(nameOrPath, SHIPPED);
    if (!has(found.encoding())) {
      throw new BadFileException(
          found.path(), "a model of %s, which does not classify".formatted(found.encoding()));
    }
    return found;
  }
}
