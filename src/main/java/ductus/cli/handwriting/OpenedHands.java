package ductus.cli.handwriting;

import ductus.cli.option.HandOptions;
import ductus.file.BadFileException;
import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.synthesis.HandModel;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The models that letters were written with, so that each is opened once; of many, the last. */
final class OpenedHands {
  private static final int MOST = 8;

  private final Map<Set<String>, Opened> opened = new LinkedHashMap<>(MOST, 0.75f, true);

  /**
   * A model that has some hands.
   *
   * @param given as the user named it
   */
  record Opened(ModelReference given, HandModel model) {}

  /**
   * Opens the model that has the hands which are asked for.
   *
   * @throws IllegalArgumentException if nobody knows one of them, or no model all of them
   */
  Opened of(HandOptions hand) throws BadFileException, IOException {
    Set<String> names = Set.copyOf(hand.names());
    Opened known = opened.get(names);
    if (known == null) {
      ModelReference given = hand.model().holding(names);
      known = new Opened(given, given.open(names));
      opened.put(names, known);
      if (opened.size() > MOST) {
        opened.remove(opened.keySet().iterator().next());
      }
    }
    return known;
  }
}
