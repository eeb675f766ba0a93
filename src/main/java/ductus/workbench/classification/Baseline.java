package ductus.workbench.classification;

/**
 * A simple rule that says a class.
 *
 * @param <T> of what
 */
@FunctionalInterface
public interface Baseline<T> {
  /** Its answer. */
  String label(T thing);
}
