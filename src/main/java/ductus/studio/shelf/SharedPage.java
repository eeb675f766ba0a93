package ductus.studio.shelf;

import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.studio.collection.Creation;
import ductus.studio.collection.PianoRollView;
import ductus.studio.web.Assets;
import ductus.studio.web.HtmlText;
import ductus.studio.web.Json;
import ductus.studio.web.RequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * One thing of the library as one page of HTML that needs nothing else: pictures are in it, and of
 * a tune its notes with a small player. Only that player may run in it, and it may fetch nothing.
 */
final class SharedPage {
  /** Longer pages would not open well. */
  private static final long MOST_BYTES = 24L << 20;

  private static final int LONGEST_PROVENANCE = 100_000;

  private SharedPage() {}

  /**
   * The page of something that was made.
   *
   * @throws RequestException if it would be too large
   */
  static String of(Creation creation) throws BadFileException, IOException {
    String name = HtmlText.escaped(String.valueOf(creation.stem().getFileName()));
    String script = resource("player.js");
    String facts = HtmlText.escaped(creation.kind() + " · " + creation.model());
    String provenance = Files.readString(creation.sidecar());
    return String.format(
        Locale.ROOT,
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-%s'">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        <p class="facts">%s</p>
        %s<details><summary>Where it comes from</summary><pre>%s</pre></details>
        <p class="made">Made with Ductus</p>
        </main>
        <script>%s</script>
        </body>
        </html>
        """,
        sha256(script),
        name,
        resource("page.css"),
        name,
        facts,
        content(creation, name),
        HtmlText.escaped(
            provenance.substring(0, Math.min(provenance.length(), LONGEST_PROVENANCE))),
        script);
  }

  private static String content(Creation creation, String name)
      throws BadFileException, IOException {
    List<String> endings = creation.endings();
    if (endings.contains(".mid")) {
      // Json writes < and > so that they cannot end the element.
      return String.format(
          Locale.ROOT,
          "<div id=\"player\"></div>\n<script type=\"application/json\" id=\"tune\">%s</script>\n",
          Json.line(PianoRollView.read(creation.path(".mid"))));
    }
    StringBuilder pictures = new StringBuilder();
    for (String ending : endings) {
      if (ending.endsWith(".svg") && !ending.endsWith(".anim.svg")) {
        pictures.append(picture(creation.path(ending), name));
      }
      if (pictures.length() > MOST_BYTES) {
        throw new RequestException(
            422,
            "it would have more than %d MB as one page: download its pages"
                .formatted(MOST_BYTES >> 20));
      }
    }
    String text = creation.text();
    return pictures.isEmpty() && text != null
        ? String.format(Locale.ROOT, "<p class=\"text\">%s</p>\n", HtmlText.escaped(text))
        : pictures.toString();
  }

  private static String picture(Path svg, String name) throws IOException {
    return String.format(
        Locale.ROOT,
        "<img alt=\"%s\" src=\"data:image/svg+xml;base64,%s\">\n",
        name,
        Base64.getEncoder().encodeToString(Files.readAllBytes(svg)));
  }

  private static String resource(String name) throws IOException {
    return new String(Assets.bytes("shared/" + name), StandardCharsets.UTF_8);
  }

  private static String sha256(String script) {
    byte[] hash = Sha256.digest().digest(script.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(hash);
  }
}
