package ductus.cli.console;

import ductus.format.ProgramVersion;
import ductus.math.KernelChoice;
import picocli.CommandLine.IVersionProvider;

/** What {@code ductus --version} says; the version itself is in the jar's manifest. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "ductus " + text(),
      "Java " + Runtime.version() + ", " + System.getProperty("java.vendor"),
      "Kernels: " + kernels()
    };
  }

  private static String kernels() {
    VectorModule.load();
    try {
      return KernelChoice.best().description();
    } catch (IllegalArgumentException impossible) {
      return String.valueOf(impossible.getMessage());
    }
  }

  /** The number alone. */
  public static String text() {
    return ProgramVersion.text();
  }
}
