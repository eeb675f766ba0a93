package ductus.cli;

import picocli.CommandLine.IVersionProvider;

/** The version line of {@code ductus --version}, from the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"ductus " + (version == null ? "(not packaged)" : version)};
  }
}
