package ductus.studio;

import ductus.task.handwriting.page.ModelReference;
import ductus.task.handwriting.synthesis.HandModel;
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

/** A studio of its own for each test, with an empty workspace, and what asks it. */
final class ServedStudio implements BeforeEachCallback, AfterEachCallback {
  private final boolean tinyHands;
  private @Nullable Path folder;
  private @Nullable Studio studio;
  private @Nullable StudioCaller caller;

  private ServedStudio(boolean tinyHands) {
    this.tinyHands = tinyHands;
  }

  /** With the models that ship. */
  static ServedStudio shipped() {
    return new ServedStudio(false);
  }

  /** With a model that writes by hand but never learned to. */
  static ServedStudio withTinyHands() {
    return new ServedStudio(true);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    folder = Files.createTempDirectory("studio");
    start(0);
  }

  private void start(int port) throws IOException {
    Studio started =
        new Studio(
            new StudioSettings(
                workspace(),
                port,
                "test",
                2,
                tinyHands
                    ? StudioSamples.hands(folder())
                    : new ModelReference(
                        HandModel.SHIPPED, workspace().resolve("hands").toString())));
    studio = started;
    caller = new StudioCaller(started);
  }

  /** Ends the studio, and starts another one in its place. */
  void restart() throws IOException {
    int port = studio().port();
    studio().close();
    start(port);
  }

  Studio studio() {
    return Objects.requireNonNull(studio);
  }

  /** Asks the studio that serves now. */
  StudioCaller caller() {
    return Objects.requireNonNull(caller);
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

  /** All that is in a folder, and itself last. */
  static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    for (Path path : below(folder)) {
      Files.deleteIfExists(path);
    }
  }
}
