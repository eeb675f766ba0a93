package ductus.corpus;

import ductus.file.BadFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Things that are to be classified.
 *
 * @param things in the order in which they were given
 * @param leftOut what could not be read, and why
 */
public record Inputs<T>(List<Named<T>> things, List<LeftOut> leftOut) {
  /**
   * A thing.
   *
   * @param name its file, or itself where it is a text
   */
  public record Named<T>(String name, T thing) {}

  public Inputs {
    things = List.copyOf(things);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * The things that fit; others are among those left out.
   *
   * @param misfit why a thing does not fit; empty if it does
   * @throws BadFileException if none does
   */
  public Inputs<T> fitting(Function<T, Optional<String>> misfit) throws BadFileException {
    List<Named<T>> fitting = new ArrayList<>();
    List<LeftOut> others = new ArrayList<>(leftOut);
    for (Named<T> each : things) {
      Optional<String> reason = misfit.apply(each.thing());
      if (reason.isEmpty()) {
        fitting.add(each);
      } else {
        others.add(new LeftOut(Path.of(each.name()), reason.get()));
      }
    }
    if (fitting.isEmpty() && !things.isEmpty()) {
      LeftOut last = others.get(others.size() - 1);
      throw new BadFileException(last.path(), last.reason());
    }
    return new Inputs<>(fitting, others);
  }
}
