package ductus.cli;

import picocli.CommandLine.IVersionProvider;

/** The version line of {@code ductus --version}, from the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"ductus " + text()};
  }

  /** The number alone. */
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
