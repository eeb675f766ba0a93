package ductus.spark;

/** What Spark's long messages begin with; the rest are its own lines of code. */
public final class FirstLine {
  private FirstLine() {}

  /** Of a failure; empty where it says nothing. */
  public static String of(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
