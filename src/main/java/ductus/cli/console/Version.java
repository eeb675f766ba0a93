package ductus.cli.console;

import ductus.format.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** The version line of {@code ductus --version}, from the jar's manifest. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"ductus " + text()};
  }

  /** The number alone. */
  public static String text() {
    return ProgramVersion.text();
  }
}
