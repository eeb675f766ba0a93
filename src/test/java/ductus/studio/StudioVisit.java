package ductus.studio;

import ductus.studio.StudioCaller.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A studio that is opened, asked for some things, and left. */
public final class StudioVisit {
  private StudioVisit() {}

  /**
   * A request.
   *
   * @param path such as {@code /api/library/keep}; one without JSON is only looked at
   */
  public record Wish(String path, String json) {}

  /**
   * Visits a studio.
   *
   * @param patient whether more is asked for behind a complaint
   * @return what it complained of, the first only; empty if all went well
   */
  public static String of(Path workspace, List<Wish> wishes, boolean patient) throws IOException {
    String complaint = "";
    try (Studio studio = new Studio(new StudioSettings(workspace, 0, "test", 1))) {
      StudioCaller caller = new StudioCaller(studio);
      for (Wish wish : wishes) {
        if (!patient && !complaint.isEmpty()) {
          break;
        }
        Answer answer =
            wish.json().isEmpty() ? caller.get(wish.path()) : caller.post(wish.path(), wish.json());
        if (answer.status() != 200 && complaint.isEmpty()) {
          complaint = answer.body().startsWith("{") ? answer.error() : answer.body();
        }
      }
    }
    return complaint;
  }

  /** Puts a tune of 4 bars into a workspace. */
  public static void tune(Path workspace, String name) throws Exception {
    StudioSamples.tune(workspace, name);
  }
}
