package ductus.studio;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ductus.file.BadFileException;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.PageJson;
import ductus.task.handwriting.synthesis.LineMemory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * One of the crowd of a {@link StudioSoak}: composes and writes, looks at what it made, throws it
 * away, brings it back, and leaves nothing behind but what is in the bin.
 */
final class SoakClient {
  private static final int ROUNDS_A_VISIT = 20;
  private static final int LONG_LETTER = 10_000;

  private final Studio studio;
  private final AnswerTimes times;
  private final RandomGenerator random;
  private final String name;
  private StudioCaller page;
  private int rounds;

  /**
   * A client that has not come yet.
   *
   * @param number that tells it from the others
   */
  SoakClient(Studio studio, AnswerTimes times, RandomGenerator random, int number) {
    this.studio = studio;
    this.times = times;
    this.random = random;
    name = "client-" + number;
    page = new StudioCaller(studio, StudioSoak.PATIENCE);
  }

  /**
   * Writes long letters, until so much was drawn that the studio forgets what came first: what it
   * keeps does not grow any more then.
   *
   * @param workspace of the studio
   */
  void fillLines(Path workspace) throws BadFileException, IOException {
    int points = 0;
    while (points < LineMemory.MOST_POINTS) {
      StringBuilder text = new StringBuilder();
      for (int character = 0; character < LONG_LETTER; character++) {
        text.append(random.nextInt(6) == 0 ? ' ' : (char) ('a' + random.nextInt(26)));
      }
      JsonObject written = post("/api/write", letter(text.toString()));
      points +=
          PageJson.read(workspace.resolve(written.get("pages").getAsString())).pages().stream()
              .flatMap(page -> page.lines().stream())
              .flatMap(PlacedLine::strokes)
              .mapToInt(stroke -> stroke.points().size())
              .sum();
      throwAway(written.get("stem").getAsString());
    }
  }

  /** Does one thing from its beginning to its end; now and then as a browser that comes anew. */
  void round() throws IOException {
    if (rounds++ % ROUNDS_A_VISIT == 0) {
      page = new StudioCaller(studio, StudioSoak.PATIENCE);
      get("/");
      get("/app/main.js");
    }
    switch (random.nextInt(5)) {
      case 0 -> compose();
      case 1 -> write();
      case 2 -> type();
      case 3 -> gather();
      default -> look();
    }
  }

  private void compose() throws IOException {
    JsonObject made =
        post(
            "/api/compose",
            "{\"model\":\"folk\",\"count\":1,\"bars\":4,\"seed\":\"%d\"}"
                .formatted(random.nextInt(1_000_000)));
    JsonObject tune = made.getAsJsonArray("tunes").get(0).getAsJsonObject();
    String midi = tune.get("midi").getAsString();
    get("/api/roll?name=" + midi);
    get("/api/sheet?width=600&name=" + midi);
    if (random.nextInt(4) == 0) {
      get("/api/sound?name=" + midi);
    }
    String draft = tune.get("stem").getAsString();
    String kept =
        post("/api/library/keep", "{\"stem\":\"" + draft + "\"}").get("stem").getAsString();
    post("/api/library/tags", "{\"stem\":\"" + kept + "\",\"tags\":[\"" + name + "\"]}");
    throwAway(restored(throwAway(kept)));
  }

  private void write() throws IOException {
    JsonObject written = post("/api/write", letter("Dear " + name + "\nb c"));
    JsonArray pictures = written.getAsJsonArray("pictures");
    get("/api/file?name=" + pictures.get(0).getAsString());
    throwAway(restored(throwAway(written.get("stem").getAsString())));
  }

  /** A letter grows by a word a time. */
  private void type() throws IOException {
    StringBuilder text = new StringBuilder("a");
    for (int word = 0; word < 4; word++) {
      text.append(' ').append((char) ('b' + random.nextInt(20)));
      post(
          "/api/write/live",
          "{\"desk\":\"%s\",\"have\":[],\"letter\":%s}".formatted(name, letter(text.toString())));
    }
  }

  private static String letter(String text) {
    JsonObject quoted = new JsonObject();
    quoted.addProperty("text", text.replaceAll("[^A-Za-z \n]", "x"));
    String field = quoted.toString();
    return field.substring(0, field.length() - 1)
        + """
        ,"hands":{"one":1},"neatness":0.5,"slant":0,"paper":"300x60","ruling":"plain",
        "alignment":"left","ink":"blue"}
        """;
  }

  /** A corpus of its own, with two tunes. */
  private void gather() throws IOException {
    for (String tune : new String[] {"a", "b"}) {
      byte[] abc = "X:1\nK:C\nC%s|\n".formatted(tune).getBytes(StandardCharsets.UTF_8);
      long begin = System.nanoTime();
      page.add(name, tune + ".abc", abc).good();
      took(begin);
    }
    get("/api/corpora/table?corpus=own/" + name);
    post("/api/corpora/delete", "{\"corpus\":\"own/" + name + "\"}");
  }

  private void look() throws IOException {
    get("/api/library?from=0");
    get("/api/library/search?words=" + name);
    get("/api/compose");
    get("/api/write");
    get("/api/train/runs");
    get("/api/bin");
  }

  private String throwAway(String stem) throws IOException {
    return post("/api/library/delete", "{\"stem\":\"" + stem + "\"}").get("stem").getAsString();
  }

  private String restored(String inBin) throws IOException {
    return post("/api/library/restore", "{\"stem\":\"" + inBin + "\"}").get("stem").getAsString();
  }

  private void get(String path) throws IOException {
    long begin = System.nanoTime();
    StudioCaller.Answer answer = page.get(path);
    took(begin);
    if (answer.status() != 200) {
      throw new AssertionError(path + ": " + answer.status() + ": " + answer.body());
    }
  }

  private JsonObject post(String path, String json) throws IOException {
    long begin = System.nanoTime();
    StudioCaller.Answer answer = page.post(path, json);
    took(begin);
    if (answer.status() != 200) {
      throw new AssertionError(path + " " + json + ": " + answer.status() + ": " + answer.body());
    }
    return answer.json();
  }

  private void took(long begin) {
    times.add((System.nanoTime() - begin) / 1e6);
  }

  /** Number of the newest thing in the bin; 0 where it is empty. */
  int newestInBin() throws IOException {
    int newest = 0;
    for (JsonElement each : page.get("/api/bin").good().getAsJsonArray("entries")) {
      newest = Math.max(newest, each.getAsJsonObject().get("number").getAsInt());
    }
    return newest;
  }

  void emptyBin(int last) throws IOException {
    page.post("/api/bin/empty", "{\"last\":" + last + "}").good();
  }
}
