package ductus.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A studio of its own for each test, with an empty workspace, opened in the one browser that all
 * tests share.
 */
final class BrowsedStudio implements BeforeEachCallback, AfterEachCallback {
  private final boolean tinyHands;
  private @Nullable Path folder;
  private @Nullable Studio studio;
  private @Nullable Shared shared;

  private BrowsedStudio(boolean tinyHands) {
    this.tinyHands = tinyHands;
  }

  /** With the models that ship. */
  static BrowsedStudio shipped() {
    return new BrowsedStudio(false);
  }

  /** With a model that writes by hand but never learned to. */
  static BrowsedStudio withTinyHands() {
    return new BrowsedStudio(true);
  }

  /** The browser, and where it saves files; closed when all tests are done. */
  private record Shared(Path downloads, Browsing browser) implements AutoCloseable {
    static Shared open() {
      try {
        Path downloads = Files.createTempDirectory("downloads");
        return new Shared(downloads, Browsing.open(downloads));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Nothing of the test before. */
    void clear() throws IOException {
      browser.forget();
      for (Path file : below(downloads)) {
        if (Files.isRegularFile(file)) {
          Files.delete(file);
        }
      }
    }

    @Override
    public void close() throws IOException {
      browser.close();
      delete(downloads);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    shared =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Shared.class, any -> Shared.open(), Shared.class);
    shared.clear();
    folder = Files.createTempDirectory("studio");
    studio =
        new Studio(
            tinyHands
                ? new StudioSettings(workspace(), 0, "test", 2, StudioSamples.hands(folder))
                : new StudioSettings(workspace(), 0, "test", 2));
    open();
  }

  /** Opens the studio's address, as a person would who has closed the page. */
  void open() {
    browser().visit(Objects.requireNonNull(studio).address());
    // The address leads on to the page, whose script then lays it out.
    browser().find("#pages a[aria-current]");
  }

  Browsing browser() {
    return Objects.requireNonNull(shared).browser();
  }

  /** A folder for the test alone; the workspace is in it. */
  Path folder() {
    return Objects.requireNonNull(folder);
  }

  Path workspace() {
    return folder().resolve("generated");
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    if (studio != null) {
      studio.close();
    }
    if (folder != null) {
      delete(folder);
    }
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    for (Path path : below(folder)) {
      Files.deleteIfExists(path);
    }
  }
}
