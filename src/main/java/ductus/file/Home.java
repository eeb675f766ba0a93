package ductus.file;

import java.nio.file.Path;

/** The folder of the project's own files. */
public final class Home {
  private static final String PROPERTY = "ductus.home";

  private Home() {}

  /** The folder of the launcher, which says so; else the current one. */
  public static Path folder() {
    return Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath();
  }

  /** The folder of the hands that users add, if they name no place. */
  public static Path hands() {
    return folder().resolve("generated").resolve("hands").normalize();
  }
}
