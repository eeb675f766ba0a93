package ductus.studio;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One of the crowd of a {@link StudioSoak} who trains: begins a run of a process of its own,
 * watches it with pages that come and go, stops it and throws it away.
 */
final class SoakTraining {
  private static final int VISITS = 6;
  private static final Set<String> ENDED = Set.of("STOPPED", "DONE", "DIED");

  private final Studio studio;
  private StudioCaller page;

  SoakTraining(Studio studio) {
    this.studio = studio;
    page = new StudioCaller(studio, StudioSoak.PATIENCE);
  }

  /** Has a model learned, of which nothing is left but what is in the bin. */
  void round() throws IOException, InterruptedException {
    page = new StudioCaller(studio, StudioSoak.PATIENCE);
    String name = "soak";
    page.post("/api/train/begin", TrainingDesk.wish(name, 10_000)).good();
    while (state(name).equals("STARTING")) {
      Thread.sleep(200);
    }
    for (int visit = 0; visit < VISITS; visit++) {
      look(name);
    }
    // It may have ended by itself.
    page.post("/api/train/stop", "{\"run\":\"" + name + "\"}");
    String state = state(name);
    for (; !ENDED.contains(state); state = state(name)) {
      Thread.sleep(200);
    }
    if (state.equals("DIED")) {
      throw new AssertionError("the training died: " + page.get(TrainingDesk.RUNS).body());
    }
    StudioCaller.Answer thrown;
    do {
      // Its process ends a moment after it has left its folder.
      Thread.sleep(200);
      thrown = page.post("/api/train/delete", "{\"run\":\"" + name + "\"}");
    } while (thrown.status() == 409);
    JsonObject again = page.post("/api/train/restore", thrown.good().toString()).good();
    page.post("/api/train/delete", "{\"run\":\"" + again.get("name").getAsString() + "\"}").good();
  }

  /** Two pages come, are told something, and are closed. */
  private void look(String name) throws IOException, InterruptedException {
    List<Stream<String>> open = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      HttpResponse<Stream<String>> viewer = page.listen("/api/train/events?run=" + name);
      if (viewer.statusCode() != 200) {
        throw new AssertionError("a viewer was told " + viewer.statusCode());
      }
      open.add(viewer.body());
    }
    for (Stream<String> viewer : open) {
      try (viewer) {
        if (viewer.filter(line -> line.startsWith("data: ")).findFirst().isEmpty()) {
          throw new AssertionError("a viewer was told nothing");
        }
      }
    }
    Thread.sleep(1_000);
  }

  private String state(String run) throws IOException {
    for (JsonElement each : page.get(TrainingDesk.RUNS).good().getAsJsonArray("runs")) {
      JsonObject card = each.getAsJsonObject();
      if (card.get("name").getAsString().equals(run)) {
        return card.get("state").getAsString();
      }
    }
    return "none";
  }
}
