package ductus.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A studio of its own for each test, with an empty workspace, opened in the one browser that all
 * tests share.
 */
final class BrowsedStudio implements BeforeEachCallback, AfterEachCallback {
  private final ServedStudio served;
  private @Nullable Shared shared;

  private BrowsedStudio(ServedStudio served) {
    this.served = served;
  }

  /** With the models that ship. */
  static BrowsedStudio shipped() {
    return new BrowsedStudio(ServedStudio.shipped());
  }

  /** With a model that writes by hand but never learned to. */
  static BrowsedStudio withTinyHands() {
    return new BrowsedStudio(ServedStudio.withTinyHands());
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
      for (Path file : ServedStudio.below(downloads)) {
        if (Files.isRegularFile(file)) {
          Files.delete(file);
        }
      }
    }

    @Override
    public void close() throws IOException {
      browser.close();
      ServedStudio.delete(downloads);
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
    served.beforeEach(context);
    open();
  }

  /** Ends the studio, and starts another one in its place. */
  void restart() throws IOException {
    served.restart();
  }

  /** An address that lets the browser in. */
  String address() {
    return served.studio().address();
  }

  /** Opens the studio's address, as a person would who has closed the page. */
  void open() {
    browser().visit(address());
    // The address leads on to the page, whose script then lays it out.
    browser().find("#pages a[aria-current]");
  }

  Browsing browser() {
    return Objects.requireNonNull(shared).browser();
  }

  /** A folder for the test alone; the workspace is in it. */
  Path folder() {
    return served.folder();
  }

  Path workspace() {
    return served.workspace();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    served.afterEach(context);
  }
}
