package ductus.file;

import java.nio.file.Path;

/** Where the project's own files are. */
public final class Home {
  private static final String PROPERTY = "ductus.home";

  private Home() {}

  /** The folder of the launcher, which says so; else the current one. */
  public static Path folder() {
    return Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath();
  }

  /** Where hands that users add are kept if they name no place. */
  public static Path hands() {
    return folder().resolve("generated").resolve("hands").normalize();
  }
}
