package ductus.studio.collection;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A file as an answer: to be shown in the page, where scripts in it do not run, or to be saved. */
public final class FileAnswer {
  private static final Map<String, String> TYPES =
      Map.of(
          "svg", "image/svg+xml",
          "png", "image/png",
          "pdf", "application/pdf",
          "mid", "audio/midi",
          "wav", "audio/wav",
          "json", "application/json; charset=utf-8",
          "txt", "text/plain; charset=utf-8");
  private static final String NOTHING_RUNS =
      "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  private FileAnswer() {}

  /** Sends a file to be shown. */
  public static void show(Context ctx, Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    ctx.header("Content-Security-Policy", NOTHING_RUNS);
    ctx.contentType(TYPES.getOrDefault(ending, "application/octet-stream"));
    ctx.header("Content-Length", Long.toString(Files.size(file)));
    // Javalin closes it.
    ctx.result(Files.newInputStream(file));
  }

  /** Sends a picture to be shown. */
  public static void showSvg(Context ctx, byte[] svg) {
    ctx.header("Content-Security-Policy", NOTHING_RUNS);
    ctx.contentType("image/svg+xml").result(svg);
  }

  /** Sends a file to be saved under a name. */
  public static void save(Context ctx, Path file, String name) throws IOException {
    show(ctx, file);
    name(ctx, name);
  }

  /** Names an answer that is to be saved. */
  public static void name(Context ctx, String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    ctx.header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
  }
}
