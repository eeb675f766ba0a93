package ductus.cli.console;

import picocli.CommandLine.IVersionProvider;

/** The version line of {@code ductus --version}, from the jar's manifest. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"ductus " + text()};
  }

  /** The number alone. */
  public static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
