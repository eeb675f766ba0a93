package ductus.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ductus.run.RunControl;
import ductus.run.RunFolder;
import ductus.run.TinyRuns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A studio with a corpus of nine tunes, {@code own/tiny}, and what its page asks of its runs. */
final class TrainingDesk implements AutoCloseable {
  static final String RUNS = "/api/train/runs";

  private final Path workspace;
  private Studio studio;
  private StudioCaller page;

  TrainingDesk(Path folder) throws IOException {
    workspace = folder.resolve("generated");
    TinyRuns.corpus(corpus("tiny"), 9);
    studio = new Studio(settings());
    page = new StudioCaller(studio);
  }

  private StudioSettings settings() {
    return new StudioSettings(workspace, 0, "test", 1);
  }

  /** Another one in the same place. */
  StudioCaller openStudio() throws IOException {
    studio = new Studio(settings());
    page = new StudioCaller(studio);
    return page;
  }

  void closeStudio() {
    studio.close();
  }

  Path workspace() {
    return workspace;
  }

  StudioCaller page() {
    return page;
  }

  /** The folder of a corpus that came from the page. */
  Path corpus(String name) {
    return workspace.resolve(".studio/corpora").resolve(name);
  }

  /** What the page sends to have melodies learned. */
  static String wish(String name, int epochs) {
    return "{\"source\":\"own/tiny\",\"kind\":\"melody\",\"recipe\":\"small\",\"epochs\":%d,\"name\":\"%s\"}"
        .formatted(epochs, name);
  }

  StudioCaller.Answer begin(String name, int epochs) throws IOException {
    return page.post("/api/train/begin", wish(name, epochs));
  }

  StudioCaller.Answer tell(String command, String run) throws IOException {
    return page.post("/api/train/" + command, "{\"run\":\"" + run + "\"}");
  }

  String state(String run) throws IOException {
    for (JsonElement each : page.get(RUNS).json().getAsJsonArray("runs")) {
      JsonObject card = each.getAsJsonObject();
      if (card.get("name").getAsString().equals(run)) {
        return card.get("state").getAsString();
      }
    }
    return "none";
  }

  void await(String run, String state) throws IOException, InterruptedException {
    for (String now = state(run); !now.equals(state); now = state(run)) {
      assertFalse(now.equals("DIED"), () -> "it died: " + runs() + said(run));
      Thread.sleep(50);
    }
  }

  String runs() {
    try {
      return page.get(RUNS).json().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String said(String run) {
    try {
      return Files.readString(workspace.resolve(".studio/training").resolve(run + ".txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Begins a run that does not end by itself: it pauses after its first update. */
  void beginPaused(String name) throws IOException, InterruptedException {
    assertEquals(200, begin(name, 500).status());
    while (!Files.exists(workspace.resolve(name).resolve("config.json"))) {
      Thread.sleep(5);
    }
    RunControl.of(workspace.resolve(name)).ask(RunControl.Request.PAUSE);
    await(name, "PAUSED");
  }

  /** Whatever is still training must not outlive the test. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> runs = Files.list(workspace)) {
      for (Path run : runs.toList()) {
        while (RunFolder.isBusy(run)) {
          RunControl.of(run).ask(RunControl.Request.STOP);
          LockSupport.parkNanos(100_000_000);
        }
      }
    }
    studio.close();
  }
}
