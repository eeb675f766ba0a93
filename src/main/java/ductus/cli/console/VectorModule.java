package ductus.cli.console;

/**
 * Switches {@code jdk.incubator.vector} on from inside the running program.
 *
 * <p>{@code java --add-modules jdk.incubator.vector} prints "WARNING: Using incubator modules" on
 * every start, and takes away the shared archive of the module graph. Modules that are loaded
 * later, as the JDK does it for agents, do neither; the compiler treats their vectors the same. The
 * jar's manifest exports the package that this needs.
 */
public final class VectorModule {
  private static boolean tried;

  private VectorModule() {}

  /**
   * Loads the module, once; where that cannot be done, the kernels are the plain ones. May begin on
   * another thread while the options are read: whoever calls it then waits for it.
   */
  public static synchronized void load() {
    if (tried) {
      return;
    }
    tried = true;
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, "jdk.incubator.vector");
    } catch (ReflectiveOperationException absent) {
      // No such module, or not started from the jar: ductus.math chooses among what is there.
      return;
    }
  }
}
