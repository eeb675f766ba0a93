package ductus.workbench.classification.subject;

import ductus.file.BadFileException;
import ductus.workbench.FoundModel;
import ductus.workbench.classification.Subject;
import java.io.IOException;
import java.util.List;

/** All that can be classified, and the models that ship. */
public final class Subjects {
  /** Each kind of things. */
  public static final List<Subject<?>> ALL = List.of(new TextSubject());

  /** Names of the models that ship. */
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
