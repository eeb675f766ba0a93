package ductus.task.classification.subject;

import ductus.file.BadFileException;
import ductus.model.place.FoundModel;
import ductus.task.DrawnFile;
import ductus.task.classification.InputKind;
import ductus.task.classification.signal.SignalInputKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All kinds of things that can be classified, and the models that ship. */
public final class InputKinds {
  /** Every kind of things; of those that are in the same files, the usual one first. */
  private static final List<InputKind<?>> ALL =
      List.of(
          SignalInputKind.TUNES,
          SignalInputKind.BARS,
          SignalInputKind.LINES,
          SignalInputKind.LETTERS,
          SignalInputKind.PICTURES,
          new PassageInputKind(),
          new TextInputKind(),
          SignalInputKind.SERIES);

  /** Name of the model that ships for texts. */
  private static final String OF_TEXTS = "moods";

  /** Name of the model that ships for pictures. */
  private static final String OF_PICTURES = "letters";

  /** Names of the models that ship. */
  public static final List<String> SHIPPED = List.of(OF_TEXTS, OF_PICTURES);

  /** What ends as pictures and ink do, even if it is broken. */
  private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(png|jpe?g|svg|inkml)");

  private InputKinds() {}

  /** Names of the encodings of models that classify. */
  public static List<String> encodings() {
    return ALL.stream().<String>map(InputKind::encoding).toList();
  }

  /** Whether models of an encoding classify. */
  public static boolean has(String encoding) {
    return encodings().contains(encoding);
  }

  /**
   * The kind of things that models of an encoding classify.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static InputKind<?> of(String encoding) {
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
  public static InputKind<?> named(String plural) {
    return ALL.stream()
        .filter(each -> each.plural().equals(plural))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "of must be one of %s but was %s"
                        .formatted(
                            ALL.stream().map(InputKind::plural).collect(Collectors.joining(", ")),
                            plural)));
  }

  /**
   * The usual kind of the things in a file or folder.
   *
   * @throws BadFileException if there are none
   */
  public static InputKind<?> in(Path path) throws BadFileException {
    return in(path, false);
  }

  /**
   * The usual kind of the things in a file or folder.
   *
   * @param layered whether the network is to have layers below its softmax
   * @throws BadFileException if there are none
   */
  public static InputKind<?> in(Path path, boolean layered) throws BadFileException {
    if (!Files.exists(path)) {
      throw new BadFileException(path, "no such file or folder");
    }
    for (InputKind<?> each : ALL) {
      if (!(layered && each.usualLayers().layers() == 0) && each.isIn(path)) {
        return each;
      }
    }
    throw new BadFileException(
        path,
        "has neither music nor texts nor ink nor pictures nor series: what is to be classified?");
  }

  /**
   * Name of the model that ships for what is to be classified: of letters where all are pictures or
   * ink, else of the mood of a text.
   *
   * @param given as on a command line
   */
  public static String shippedFor(List<String> given) {
    return !given.isEmpty() && given.stream().allMatch(InputKinds::isPicture)
        ? OF_PICTURES
        : OF_TEXTS;
  }

  private static boolean isPicture(String given) {
    try {
      Path file = Path.of(given);
      return Files.isRegularFile(file)
          && (PICTURE.matcher(given).matches() || DrawnFile.isOne(file));
    } catch (InvalidPathException text) {
      return false;
    }
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
