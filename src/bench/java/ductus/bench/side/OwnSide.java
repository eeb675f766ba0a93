package ductus.bench.side;

import ductus.cli.console.Version;
import ductus.math.KernelChoice;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Our own program, with the flags that the launcher gives to this one. */
public final class OwnSide {
  /** Kinds of recurrent layers that are measured where a network can have them. */
  private static final List<String> CELLS = List.of("lstm", "gru", "elman");

  /** What the jar's manifest says of {@link ductus.cli.console.VectorModule}, for a class path. */
  private static final String EXPORT = "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED";

  private OwnSide() {}

  /** The cells of {@link #side}, in a fixed order. */
  public static List<String> cells() {
    return CELLS.stream().filter(DuctusContender::knows).toList();
  }

  /** Ductus. */
  public static Side side() {
    return new Side(
        "Ductus",
        "Ductus " + Version.text() + ", " + KernelChoice.best().description(),
        Set.copyOf(cells()),
        workload -> program(DuctusContender.class, workload.arguments()));
  }

  /** A process that runs another main class of ours. */
  public static ProcessBuilder program(Class<?> mainClass, List<String> arguments) {
    return JavaProgram.of(
        System.getProperty("java.class.path"), mainClass.getName(), arguments, flags());
  }

  /** For a JVM like this one. */
  public static List<String> flags() {
    List<String> flags = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
    flags.add(EXPORT);
    return flags;
  }
}
