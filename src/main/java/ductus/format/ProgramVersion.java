package ductus.format;

/** The version of Ductus, from the manifest of the jar that it is in. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** The number, or a word where it runs from classes that are in no jar. */
  public static String text() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
