package ductus.task.classification;

import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.metric.classification.Labeled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Things with their classes, each once, in the order in which they were found.
 *
 * @param things of whatever class
 * @param leftOut what could not be taken in, and why
 */
public record LabeledSet<T>(List<Labeled<T>> things, List<LeftOut> leftOut) {
  public LabeledSet {
    things = List.copyOf(things);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * The set of all that was found. What is there again is taken once; what is there again in
   * another class is left out.
   */
  public static <T> LabeledSet<T> of(Collection<Labeled<T>> found, List<LeftOut> unreadable) {
    Map<String, Labeled<T>> first = new LinkedHashMap<>();
    List<LeftOut> leftOut = new ArrayList<>(unreadable);
    for (Labeled<T> each : found) {
      Labeled<T> before = first.putIfAbsent(each.hash(), each);
      if (before != null && !before.label().equals(each.label())) {
        String here = each.place().isEmpty() ? "" : each.place() + ": ";
        String there = before.place().isEmpty() ? before.path().toString() : before.place();
        leftOut.add(
            new LeftOut(
                each.path(),
                String.format(
                    Locale.ROOT,
                    "%sis %s, but the same is %s already, at %s",
                    here,
                    each.label(),
                    before.label(),
                    there)));
      }
    }
    return new LabeledSet<>(List.copyOf(first.values()), leftOut);
  }

  /** How many things there are of each class, by its name. */
  public TreeMap<String, Integer> counts() {
    TreeMap<String, Integer> counts = new TreeMap<>();
    things.forEach(each -> counts.merge(each.label(), 1, Integer::sum));
    return counts;
  }

  /**
   * A digest of all things and their classes, whatever their order and the names of their files.
   *
   * @param hash of a thing's content
   */
  public String digest(Function<T, String> hash) {
    return Sha256.hexOfLines(
        things.stream().map(each -> hash.apply(each.thing()) + " " + each.label()).sorted());
  }

  /**
   * Checks that there is anything.
   *
   * @param path that it was read from
   * @param empty complaint where nothing was left out either
   * @throws BadFileException naming the first file that was left out, or the path
   */
  public void requireThings(Path path, String empty) throws BadFileException {
    if (things.isEmpty()) {
      throw leftOut.isEmpty()
          ? new BadFileException(path, empty)
          : new BadFileException(leftOut.get(0).path(), leftOut.get(0).reason());
    }
  }

  /**
   * Checks that there is something to tell apart.
   *
   * @param path that it was read from
   * @throws BadFileException if there is only one class
   */
  public void requireClasses(Path path) throws BadFileException {
    Set<String> labels = counts().keySet();
    requireThings(path, "has nothing to learn from");
    if (labels.size() < 2) {
      throw new BadFileException(
          path,
          "must have two classes or more to tell apart, but all %,d are %s"
              .formatted(things.size(), labels.iterator().next()));
    }
  }

  /**
   * The two parts of a set: what is learned, and what is measured by.
   *
   * @param learned at least one of each class
   * @param heldOut others
   */
  public record Parts<T>(List<Labeled<T>> learned, List<Labeled<T>> heldOut) {
    public Parts {
      learned = List.copyOf(learned);
      heldOut = List.copyOf(heldOut);
    }
  }

  /**
   * Holds out a share of each class; what, is decided by the contents and the seed.
   *
   * @param share 0 to below 1; of two wholes of a class and more, one at least
   */
  public Parts<T> split(double share, long seed) {
    Set<String> held = new HashSet<>();
    for (String label : counts().keySet()) {
      Map<String, Piece<String>> wholes = new LinkedHashMap<>();
      things.stream()
          .filter(each -> each.label().equals(label))
          .forEach(
              each ->
                  wholes.putIfAbsent(
                      each.whole(), new Piece<>(each.path(), each.whole(), each.whole())));
      Corpus.of(List.copyOf(wholes.values()), List.of())
          .split(share, 0, seed)
          .validation()
          .forEach(piece -> held.add(piece.hash()));
    }
    return new Parts<>(
        things.stream().filter(each -> !held.contains(each.whole())).toList(),
        things.stream().filter(each -> held.contains(each.whole())).toList());
  }

  /**
   * The set without the things that do not fit, which are among those left out.
   *
   * @param misfit why a thing does not; empty if it does
   */
  public LabeledSet<T> fitting(Function<T, Optional<String>> misfit) {
    List<Labeled<T>> fitting = new ArrayList<>();
    List<LeftOut> others = new ArrayList<>(leftOut);
    for (Labeled<T> each : things) {
      misfit
          .apply(each.thing())
          .ifPresentOrElse(
              reason -> others.add(new LeftOut(each.path(), reason)), () -> fitting.add(each));
    }
    return new LabeledSet<>(fitting, others);
  }

  /** The set without the things whose whole is among some. */
  public LabeledSet<T> without(Collection<String> wholes) {
    Set<String> gone = new HashSet<>(wholes);
    return new LabeledSet<>(
        things.stream().filter(each -> !gone.contains(each.whole())).toList(), leftOut);
  }

  /** The things whose whole is among some. */
  public List<Labeled<T>> among(Collection<String> wholes) {
    Set<String> wanted = new HashSet<>(wholes);
    return things.stream().filter(each -> wanted.contains(each.whole())).toList();
  }
}
