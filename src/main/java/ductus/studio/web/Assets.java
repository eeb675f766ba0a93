package ductus.studio.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files of the page itself, from the program's jar. The path that all lies below is another one
 * each time that the studio starts, so that what a browser keeps of them is never of another
 * version.
 */
public final class Assets implements Routes {
  private static final String INDEX = "index.html";
  private static final String KEY_PLACE = "PAGE_KEY";
  private static final String MAIN = "main.js";
  private static final String MODULES_PLACE = "<!-- MODULES -->\n";
  private static final String FOLDER = "/ductus/studio/";
  private static final Pattern NAME =
      Pattern.compile("((?:[a-z0-9-]+/)?[a-z0-9-]+)\\.(js|css|svg|json)");
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "svg", "image/svg+xml");

  private final String pageKey;

  /**
   * Creates the routes to the page.
   *
   * @param pageKey what the page is told to send with what changes something
   */
  public Assets(String pageKey) {
    this.pageKey = pageKey;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/", this::sendPage);
    routes.get("/app/<name>", Assets::send);
  }

  private void sendPage(Context ctx) throws IOException {
    String modules =
        ModuleGraph.from(MAIN).stream()
            .map(name -> "<link rel=\"modulepreload\" href=\"app/" + name + "\">\n")
            .collect(Collectors.joining());
    String page = new String(bytes(INDEX), StandardCharsets.UTF_8);
    ctx.html(page.replace(KEY_PLACE, pageKey).replace(MODULES_PLACE, modules));
  }

  private static void send(Context ctx) throws IOException {
    Matcher name = NAME.matcher(ctx.pathParam("name"));
    String type = name.matches() ? TYPES.get(name.group(2)) : null;
    if (type == null) {
      throw new RequestException(404, "there is nothing here");
    }
    ctx.header("Cache-Control", "private, max-age=" + Duration.ofDays(1).toSeconds());
    ctx.contentType(type).result(bytes(name.group()));
  }

  /**
   * The bytes of a file of the page.
   *
   * @param name below the folder of the page
   * @throws RequestException if there is none
   */
  public static byte[] bytes(String name) throws IOException {
    try (InputStream stream = Assets.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new RequestException(404, "there is nothing here");
      }
      return stream.readAllBytes();
    }
  }
}
