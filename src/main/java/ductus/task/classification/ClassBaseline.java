package ductus.task.classification;

/**
 * A simple rule that says a class.
 *
 * @param <T> of what
 */
@FunctionalInterface
public interface ClassBaseline<T> {
  /** Its answer. */
  String label(T thing);
}
